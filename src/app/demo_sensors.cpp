#include "app/demo_sensors.hpp"

#include <spdlog/spdlog.h>

#include <cmath>
#include <fstream>
#include <numbers>
#include <sstream>

#include "app/grant.hpp"
#include "calls/commands.hpp"
#include "calls/queries.hpp"
#include "organisation/queries.hpp"
#include "sensors/commands.hpp"
#include "sensors/queries.hpp"

namespace anlan::app {

namespace {

constexpr std::chrono::hours kPast{23};
constexpr std::chrono::minutes kPastStep{10};
/// Doksuri's centre ashore in Jinjiang: 2023-07-28 09:55 Beijing time.
constexpr Instant kLandfall{std::chrono::seconds{1'690'509'300}};
constexpr double kStormHours = 5, kTideHours = 12.42;

double hours(Milliseconds span) {
    return std::chrono::duration<double, std::ratio<3'600>>(span).count();
}

/// A fixed murmur, so that no two values are the same and every run shows the same ones.
double murmur(std::int64_t seed) {
    return std::sin(static_cast<double>(seed % 997) * 12.9898) * 0.5;
}

double value_at(const DemoSensor& sensor, Instant at, Instant started) {
    if (sensor.swing == 0 && sensor.base == 0) return 0;  // Smoke and camera: nothing.
    const auto minute = at.time_since_epoch().count() / 60'000;
    const auto phase = 2 * std::numbers::pi * hours(at.time_since_epoch()) / kTideHours;
    auto value = sensor.base + sensor.swing * (0.8 * std::sin(phase) + 0.4 * murmur(minute + sensor.name.size() * 37));
    const auto away = hours(at - kLandfall) / kStormHours;
    value += sensor.storm * std::exp(-away * away);
    // The shower of half an hour that passed just before the demonstration began.
    const auto since = hours(started - at) * 60;
    if (sensor.shower > 0 && since > 3) value += sensor.shower * std::exp(-std::pow((since - 12) / 9, 2));
    return std::max(value, sensor.measure == "tilt" ? -90.0 : 0.0);
}

std::map<std::string, std::vector<DemoSensor>> read_file(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    auto read = from_json_text<std::map<std::string, std::vector<DemoSensor>>>(text.str(), Unknown::refused);
    if (read) return std::move(read.value());
    spdlog::error("{}: {} ({})", file.string(), read.error().en, read.error().field);
    return {};
}

void enrol(Node& node, const std::vector<DemoSensor>& sensors) {
    for (const auto& each : sensors) {
        const auto measure = enum_from<sensors::Measure>(each.measure).value_or(sensors::Measure::rain_gauge);
        sensors::RegisterSensor wish{
            {},
            each.name,
            each.device,
            measure,
            each.area,
            each.lon,
            each.lat,
            each.minutes * 60,
            each.hazard_point,
            {}};
        const auto done = node.writer().execute(journal::wish(World::real(), kSeed, std::move(wish)));
        if (!done) spdlog::error("{}: {}", each.name, done.error().en);
    }
}

/// Whoever is called answers, as an officer at the desk does.
void answer_calls(Node& node) {
    std::vector<std::pair<std::string, PersonId>> open;
    node.read([&](store::Rows& rows) {
        for (const auto& alarm : sensors::live_alarms(rows)) {
            if (alarm.attended_at || !alarm.node.text.empty()) continue;
            for (const auto& call : calls::calls_of(rows, alarm.id.text))
                if (call.state == "ringing") open.emplace_back(call.id, call.person);
            for (const auto& call : calls::calls_of(rows, alarm.id.text + "/worse"))
                if (call.state == "ringing") open.emplace_back(call.id, call.person);
        }
    });
    for (const auto& [call, person] : open)
        node.writer().submit(
            journal::wish(World::real(), person.text, calls::AnswerCall{{call}, "收到，正在核实"}),
            [](const Result<journal::Outcome>&) {}
        );
}

}  // namespace

DemoSensors::DemoSensors(County& county) {
    const auto file = county.nodes().front()->settings().shared_data / "demo/sensors.json";
    for (auto& [area, sensors] : read_file(file)) {
        auto& node = county.node(AreaCode{area});
        std::size_t known = 0;
        node.read([&](store::Rows& rows) { known = sensors::own_sensors(rows).size(); });
        if (known == 0) enrol(node, sensors);
        const auto now = node.writer().clock().now();
        auto& feed = feeds_.emplace_back(Feed{&node, std::move(sensors), now, now});
        for (auto at = now - kPast; at < now - std::chrono::minutes{30}; at += kPastStep) hand_in(feed, at, at);
        for (auto at = now - std::chrono::minutes{30}; at <= now; at += std::chrono::minutes{1}) hand_in(feed, at, at);
        node.sensing().step();
        county.settle();
        answer_calls(node);
        county.settle();
    }
}

/// Of each sensor at most one reading: what lies between is its interval.
void DemoSensors::hand_in(Feed& feed, Instant from, Instant until) {
    std::vector<sensors::Reading> readings;
    for (const auto& sensor : feed.sensors) {
        if (sensor.quiet_minutes > 0 && until > feed.started - std::chrono::minutes{sensor.quiet_minutes}) continue;
        const auto every = std::chrono::minutes{sensor.minutes};
        const auto last = std::chrono::floor<std::chrono::minutes>(until.time_since_epoch()) % every;
        const auto due = Instant{std::chrono::floor<std::chrono::minutes>(until.time_since_epoch()) - last};
        if (from != until && due <= from) continue;
        const auto measure = enum_from<sensors::Measure>(sensor.measure).value_or(sensors::Measure::rain_gauge);
        readings.push_back({sensor.device, measure, value_at(sensor, due, feed.started), due, {}});
    }
    feed.node->sensing().take(std::move(readings));
}

void DemoSensors::tick(bool officers_take_alarms) {
    for (auto& feed : feeds_) {
        const auto now = feed.node->writer().clock().now();
        if (now <= feed.fed) continue;
        hand_in(feed, feed.fed, now);
        feed.fed = now;
        if (officers_take_alarms) answer_calls(*feed.node);
    }
}

}  // namespace anlan::app
