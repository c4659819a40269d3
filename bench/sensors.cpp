#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <sstream>
#include <thread>

#include "bench/broker.hpp"
#include "bench/desk_client.hpp"
#include "bench/report.hpp"
#include "bench/station.hpp"
#include "organisation/commands.hpp"
#include "sensors/commands.hpp"
#include "store/database.hpp"

namespace anlan::bench {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kDevices = 5'000, kPerSecond = 10'000, kSeconds = 60, kAlarmsPerSecond = 10;
constexpr int kYearSensors = 500;
const AreaCode kTown{"350581106000"};

sensors::SensorId enrol(Station& station, const std::string& device, sensors::Measure measure) {
    sensors::RegisterSensor wish{{}, "测速" + device, device, measure, kTown, {}, {}, 60, {}, {}};
    return {run(station.node(), std::move(wish)).subject};
}

void settle_officer(Station& station) {
    const PersonId officer{
        run(station.node(), organisation::AddPerson{"测试值班", "13900000002", kTown, true, {}}).subject};
    const PostId post{
        run(station.node(), organisation::CreatePost{"duty_officer", "值班员", kTown, "", true, true, "", 0}).subject};
    run(station.node(), organisation::Appoint{post, officer, std::nullopt, ""});
}

/// From the moment a device published to after the commit of its alarm, in milliseconds.
struct Delays {
    std::mutex mutex;
    std::vector<double> ms;
    void note(const std::vector<journal::Entry>& entries) {
        const auto now = SystemClock().now();
        std::lock_guard lock(mutex);
        for (const auto& entry : entries)
            if (entry.kind == sensors::AlarmRaised::kKind.text())
                ms.push_back(
                    static_cast<double>((now - journal::Room::body_of<sensors::AlarmRaised>(entry).read_at).count())
                );
    }
};

void serve_readings(Wire& wire, const fs::path& folder) {
    const auto port = static_cast<std::uint16_t>(std::stoi(wire.hear()));
    Station station(folder, app::BrokerSettings{"127.0.0.1", port, {}, {}, {}, "bench"});
    Delays delays;
    station.node().writer().on_commit([&](const auto& entries) { delays.note(entries); });
    station.open();
    station.lay_ground();
    settle_officer(station);
    for (int i = 0; i < kDevices; ++i) enrol(station, fmt::format("D{:05}", i), sensors::Measure::smoke);
    while (!station.node().sensing().intake().connected) std::this_thread::sleep_for(std::chrono::milliseconds{10});
    wire.tell("ready");
    const auto sent = std::stoll(wire.hear());
    const auto end = Clock::now() + std::chrono::seconds{20};
    auto intake = station.node().sensing().intake();
    while (intake.taken < sent && Clock::now() < end) {
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
        intake = station.node().sensing().intake();
    }
    std::lock_guard lock(delays.mutex);
    wire.tell(fmt::format(
        "{} {} {} {} {}",
        intake.taken,
        delays.ms.size(),
        percentile(delays.ms, 0.5),
        percentile(delays.ms, 0.99),
        percentile(delays.ms, 1)
    ));
}

/// A year of one reading a minute, as it lies after thinning by age: hours, ten minutes, minutes, raw.
void fill_year(const fs::path& file, Instant now) {
    const auto rows = store::connect({file.string(), {}}, store::Use::writing);
    const auto fill = [&](const char* table, std::int64_t width_s, std::int64_t days, const char* columns) {
        const auto width = width_s * 1'000, count = days * 86'400 / width_s;
        const auto start = (now.time_since_epoch().count() / width - count) * width;
        rows->run(
            fmt::format(
                "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :c) INSERT INTO {} SELECT "
                "s.number, :a + n.i * :w, {} FROM sensor s, n WHERE 1 ORDER BY s.number, n.i",
                table,
                columns
            ),
            count - 1,
            start,
            width
        );
    };
    const auto means = [](int count) {
        return fmt::format("{}, (n.i % 97) * 0.1, 3 + (n.i % 97) * 0.1, {} * (1.5 + (n.i % 97) * 0.1)", count, count);
    };
    fill("hour", 3'600, 366, means(60).c_str());
    fill("ten_minutes", 600, 92, means(10).c_str());
    fill("minute", 60, 14, means(1).c_str());
    fill("raw", 60, 2, "(n.i % 97) * 0.1");
}

void serve_year(Wire& wire, const fs::path& folder) {
    Station station(folder);
    station.open();
    station.lay_ground();
    const auto tokens = station.settle_people(1);
    std::vector<std::string> ids;
    std::vector<sensors::Reading> first;
    for (int i = 0; i < kYearSensors; ++i) {
        const auto device = fmt::format("Y{:03}", i);
        ids.push_back(enrol(station, device, sensors::Measure::water_level).text);
        first.push_back({device, sensors::Measure::water_level, 1, std::nullopt, {}});
    }
    // The first reading names each sensor in the file of series.
    do {
        station.node().sensing().take(first);
        std::this_thread::sleep_for(std::chrono::milliseconds{1'500});
    } while (!station.node().sensing().last({ids.back()}));
    const auto file = folder / kTown.text / "series.db";
    fill_year(file, SystemClock().now());
    DeskClient desk(station.node().port(), tokens.back());
    std::vector<double> ms;
    const auto from = to_rfc3339(SystemClock().now() - std::chrono::days{366});
    for (const auto& id : ids) {
        const auto start = Clock::now();
        const auto answer = desk.get("/api/v1/sensors/" + id + "/series?limit=800&from=" + from);
        ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
        if (answer.at("points").as_array().size() < 700) throw std::runtime_error("the year has holes");
    }
    const auto start = Clock::now();
    const auto board = desk.get("/api/v1/sensors").at("items").as_array().size();
    const auto board_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    wire.tell(fmt::format(
        "{} {} {} {} {}",
        percentile(ms, 0.5),
        percentile(ms, 0.99),
        percentile(ms, 1),
        board_ms,
        static_cast<double>(fs::file_size(file)) / 1e6
    ));
    if (board != kYearSensors) throw std::runtime_error("the board lacks sensors");
}

std::vector<double> numbers_in(const std::string& line) {
    std::vector<double> all;
    std::istringstream words(line);
    for (double each = 0; words >> each;) all.push_back(each);
    return all;
}

}  // namespace

Figures sensor_messages() {
    const auto folder = fresh_folder("sensors");
    std::vector<double> told;
    std::int64_t sent = 0;
    double seconds = 0;
    {
        Child station([&](Wire& wire) { serve_readings(wire, folder); });
        Broker broker(folder);
        station.tell(std::to_string(broker.port()));
        station.hear();
        const auto start = Clock::now();
        sent = publish({broker.port(), kDevices, kPerSecond, kSeconds, kAlarmsPerSecond});
        seconds = std::chrono::duration<double>(Clock::now() - start).count();
        station.tell(std::to_string(sent));
        told = numbers_in(station.hear());
    }
    fs::remove_all(folder);
    const auto taken = static_cast<std::int64_t>(told.at(0));
    const auto rate = static_cast<double>(taken) / seconds;
    return {
        {"sensor messages taken, sifted, judged, kept, for a minute",
         fmt::format("{:.0f}/s", rate),
         fmt::format("{} sent through mosquitto in {:.1f} s", sent, seconds),
         fmt::format("{} lost", sent - taken),
         "10,000/s, none lost",
         rate >= 9'900 && taken == sent},
        {"reading published to alarm committed, p50 / p99 / worst",
         fmt::format("{:.0f} / {:.0f} / {:.0f} ms", told.at(2), told.at(3), told.at(4)),
         fmt::format("{} alarms, each with its call", static_cast<int>(told.at(1))),
         "–",
         "p99 < 1 s",
         told.at(3) < 1'000 && told.at(1) >= kAlarmsPerSecond * (kSeconds - 2)}};
}

Figures sensor_year() {
    const auto folder = fresh_folder("sensor-year");
    std::vector<double> told;
    {
        Child station([&](Wire& wire) { serve_year(wire, folder); });
        told = numbers_in(station.hear());
    }
    fs::remove_all(folder);
    return {
        {"a year of one sensor over HTTP, each of 500, p50 / p99 / worst",
         fmt::format("{:.1f} / {:.1f} / {:.1f} ms", told.at(0), told.at(1), told.at(2)),
         fmt::format("series.db {:.0f} MB", told.at(4)),
         "–",
         "< 200 ms",
         told.at(2) < 200},
        {"the board of 500 sensors with six hours' trend over HTTP",
         fmt::format("{:.0f} ms", told.at(3)),
         "–",
         "–",
         "< 1 s",
         told.at(3) < 1'000}};
}

}  // namespace anlan::bench
