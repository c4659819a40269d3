#include "app/sensing.hpp"

#include <spdlog/spdlog.h>

#include <condition_variable>
#include <fstream>
#include <map>
#include <mutex>
#include <set>
#include <sstream>
#include <thread>

#include "mqtt/listener.hpp"
#include "policy/queries.hpp"
#include "sensors/commands.hpp"
#include "sensors/judge.hpp"
#include "series/series_file.hpp"

namespace anlan::app {

namespace {

constexpr std::size_t kWaitingMax = 200'000;
constexpr std::int64_t kToldMost = 200;
constexpr std::chrono::milliseconds kTurn{200}, kWrite{1'000}, kThin{2'000}, kAsked{2'000}, kLook{60'000};

sensors::PayloadMap payloads_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    auto read = sensors::read_payload_map(text.str());
    if (read) return std::move(read.value());
    spdlog::error("{}: {} ({})", file.string(), read.error().en, read.error().field);
    return {};
}

series::Keeping keeping_of(store::Rows& rows) {
    return {
        policy::seconds(rows, "sensor.keep.raw"),
        policy::seconds(rows, "sensor.keep.minute"),
        policy::seconds(rows, "sensor.keep.ten_minutes"),
        policy::seconds(rows, "sensor.keep.hour")};
}

}  // namespace

struct Sensing::Inside {
    Inside(SensingSettings given, journal::Writer& to, const Clock& by, Read reader)
        : settings(std::move(given)),
          writer(to),
          clock(by),
          read(std::move(reader)),
          map(payloads_of(settings.payloads)) {}

    /// A node that is only driven by hand or described never makes a file.
    void open() {
        if (file) return;
        file = std::make_unique<series::SeriesFile>(settings.folder / "series.db");
        std::lock_guard lock(mutex);
        judge = sensors::Judge(file->last());
    }

    /// What the journal says of sensors, thresholds and limits.
    void look() {
        stale = false;
        looked_at = std::chrono::steady_clock::now();
        read([this](store::Rows& rows) {
            std::lock_guard lock(mutex);
            keeping = keeping_of(rows);
            judge.learn(rows);
        });
    }

    void run_once() {
        const auto turn = std::chrono::steady_clock::now();
        if (stale || turn - looked_at > kLook) look();
        std::vector<sensors::Reading> batch;
        {
            std::lock_guard lock(mutex);
            batch.swap(waiting);
        }
        const auto now = clock.now();
        sensors::Judged judged;
        {
            std::lock_guard lock(mutex);
            for (const auto& reading : batch) judge.hear(reading, now, judged);
            judge.miss(now, judged);
        }
        for (auto& wish : judged.wishes)
            writer.submit(std::move(wish), [this](const Result<journal::Outcome>& done) {
                if (!done) stale = true;  // Raised or ended differently than thought here: ask the journal.
            });
        unwritten.insert(unwritten.end(), judged.samples.begin(), judged.samples.end());
        if (turn - written_at >= kWrite || unwritten.size() > kWaitingMax) write(turn);
        if (turn - asked_at >= kAsked) answer_above(turn, now);
        if (turn - thinned_at >= kThin) {
            thinned_at = turn;
            file->thin(keeping, now);
        }
    }

    /// Readings go up only when somebody above has asked for them.
    void answer_above(std::chrono::steady_clock::time_point turn, Instant now) {
        asked_at = turn;
        std::vector<sensors::SeriesRequest> questions;
        read([&](store::Rows& rows) { questions = sensors::questions_from_above(rows); });
        for (const auto& each : questions) {
            auto points = file->points(each.sensor, each.from_at, each.until_at, kToldMost, keeping, now);
            writer.submit(
                journal::wish(World::real(), "system:sensing", sensors::TellSeries{each.id, std::move(points)}),
                [](const Result<journal::Outcome>&) {}
            );
        }
    }

    void write(std::chrono::steady_clock::time_point turn) {
        written_at = turn;
        file->write(unwritten);
        unwritten.clear();
    }

    void run() {
        while (!stopping) {
            try {
                run_once();
            } catch (const std::exception& fault) {
                spdlog::error("readings: {}", fault.what());  // A full disk: kept in memory, tried again.
                if (unwritten.size() > kWaitingMax) unwritten.clear();
            }
            std::unique_lock lock(mutex);
            wake.wait_for(lock, kTurn, [this] { return stopping.load() || waiting.size() > 500; });
        }
    }

    bool take(std::vector<sensors::Reading>&& readings) {
        std::lock_guard lock(mutex);
        if (waiting.size() + readings.size() > kWaitingMax) {
            dropped += static_cast<std::int64_t>(readings.size());
            return false;
        }
        for (auto& reading : readings) waiting.push_back(std::move(reading));
        if (waiting.size() > 500) wake.notify_one();
        return true;
    }

    mqtt::ListenerSettings listening() const {
        const auto& broker = *settings.broker;
        mqtt::ListenerSettings made{
            broker.host, broker.port, broker.user, broker.password, broker.authority_file, broker.client, {}};
        for (const auto& topic : map.topics) made.topics.push_back(topic.topic);
        return made;
    }

    SensingSettings settings;
    journal::Writer& writer;
    const Clock& clock;
    Read read;
    sensors::PayloadMap map;
    std::unique_ptr<series::SeriesFile> file;  ///< from start() or step() on
    mutable std::mutex mutex;                  ///< of what stands below
    std::condition_variable wake;
    sensors::Judge judge{{}};
    std::vector<sensors::Reading> waiting;
    series::Keeping keeping;
    std::int64_t dropped = 0;
    std::atomic<bool> stale{true}, stopping{false};
    std::chrono::steady_clock::time_point looked_at{}, written_at{}, thinned_at{}, asked_at{};
    std::vector<sensors::Sample> unwritten;  ///< of the thread
    std::unique_ptr<mqtt::Listener> listener;
    std::thread thread;
};

Sensing::Sensing(SensingSettings settings, journal::Writer& writer, const Clock& clock, Read read)
    : inside_(std::make_unique<Inside>(std::move(settings), writer, clock, std::move(read))) {}

Sensing::~Sensing() {
    stop();
}

void Sensing::start() {
    auto& in = *inside_;
    in.open();
    in.thread = std::thread([&in] { in.run(); });
    if (!in.settings.broker) return;
    in.listener =
        std::make_unique<mqtt::Listener>(in.listening(), [&in](std::string_view topic, std::string_view payload) {
            in.take(sensors::readings_of(in.map, topic, payload));
        });
}

void Sensing::stop() {
    auto& in = *inside_;
    in.listener.reset();
    if (!in.thread.joinable()) return;
    in.stopping = true;
    in.wake.notify_all();
    in.thread.join();
    in.stopping = false;
    try {
        in.run_once();
        in.write({});
    } catch (const std::exception& fault) {
        spdlog::error("readings: {}", fault.what());
    }
}

void Sensing::step() {
    inside_->open();
    inside_->run_once();
    inside_->write({});
}

void Sensing::follow(const std::vector<journal::Entry>& entries) {
    // Alarms are known here already: they began here.
    for (const auto& entry : entries)
        if ((entry.kind.starts_with("sensor.") && !entry.kind.starts_with("sensor.alarm_") &&
             !entry.kind.starts_with("sensor.fault_")) ||
            entry.kind.starts_with("policy."))
            inside_->stale = true;
}

bool Sensing::take(std::vector<sensors::Reading> readings) {
    return inside_->take(std::move(readings));
}

std::optional<sensors::LastReading> Sensing::last(const sensors::SensorId& sensor) const {
    std::lock_guard lock(inside_->mutex);
    return inside_->judge.last(sensor);
}

std::vector<sensors::SeriesPoint> Sensing::points(
    const sensors::SensorId& sensor, Instant from, Instant until, std::int64_t most
) const {
    series::Keeping keeping;
    {
        std::lock_guard lock(inside_->mutex);
        keeping = inside_->keeping;
    }
    if (!inside_->file) return {};
    return inside_->file->points(sensor, from, until, most, keeping, inside_->clock.now());
}

std::vector<sensors::Stranger> Sensing::strangers() const {
    std::lock_guard lock(inside_->mutex);
    return inside_->judge.strangers();
}

sensors::Intake Sensing::intake() const {
    auto& in = *inside_;
    sensors::Intake made;
    made.broker = in.settings.broker.has_value();
    if (in.listener) {
        const auto state = in.listener->state();
        made.connected = state.connected;
        made.note = state.note;
    }
    std::lock_guard lock(in.mutex);
    made.taken = in.judge.taken();
    made.refused = in.judge.refused();
    made.waiting = static_cast<std::int64_t>(in.waiting.size());
    made.dropped = in.dropped;
    return made;
}

}  // namespace anlan::app
