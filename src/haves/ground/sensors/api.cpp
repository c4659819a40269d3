#include "sensors/answers.hpp"
#include "sensors/camera_api.hpp"
#include "sensors/commands.hpp"
#include "sensors/measures.hpp"
#include "sensors/payload.hpp"
#include "sensors/room.hpp"

namespace anlan::sensors {

namespace {

using http::Call;
using http::Method;
using http::Page;

constexpr const char* kSensors = "/api/v1/sensors";
constexpr const char* kAlarms = "/api/v1/sensor-alarms";
constexpr std::int64_t kPointsMax = 2'000;
constexpr std::size_t kReadingsMax = 5'000;

Result<SensorFacts> asked_sensor(const Call& call, store::Rows& rows) {
    auto found = find_sensor(rows, {call.path("sensor")});
    if (!found || !call.caller.area.overlaps(found->area))
        return refuse("sensor_unknown", "sensor", "没有这个监测设备", "there is no such sensor");
    return std::move(*found);
}

Result<Page<AlarmAnswer>> list_alarms(const Call& call, store::Rows& rows) {
    Page<AlarmAnswer> page;
    const auto sensor = call.query("sensor");
    const auto limit = call.limit(50, 500);
    const auto found = call.query("open") == "1" ? live_alarms(rows)
                       : sensor.empty()          ? recent_alarms(rows, limit)
                                                 : alarms_of(rows, {sensor}, limit);
    for (const auto& alarm : found)
        if (call.caller.area.overlaps(alarm.area)) page.items.push_back(answer_of(alarm, rows, call.caller.english));
    return page;
}

Result<Instant> asked_time(const Call& call, const std::string& name, Instant otherwise) {
    const auto given = call.query(name);
    if (given.empty()) return otherwise;
    auto read = parse_time(given);
    if (!read) return refuse(read.error().code, name, read.error().zh, read.error().en);
    return read;
}

Result<SeriesAnswer> series(const Call& call, store::Rows& rows, const Readings* readings) {
    BOOST_OUTCOME_TRY(const auto sensor, asked_sensor(call, rows));
    BOOST_OUTCOME_TRY(const auto until, asked_time(call, "until", call.now));
    BOOST_OUTCOME_TRY(const auto from, asked_time(call, "from", until - std::chrono::days{1}));
    if (from >= until || until - from > std::chrono::days{3'700})
        return refuse("time_invalid", "from", "起止时间不对，最长十年", "the span is wrong; ten years at most");
    SeriesAnswer answer{sensor.id.text, facts_of(sensor.measure).unit, from, until, {}, false};
    if (!sensor.node.text.empty()) {  // What the station below told when it was asked.
        const auto told = last_request(rows, sensor.id);
        if (told) answer = {sensor.id.text, answer.unit, told->from_at, told->until_at, told->points, !told->told_at};
    } else if (readings != nullptr) {
        answer.points = readings->points(sensor.id, from, until, call.limit(600, kPointsMax));
    }
    return answer;
}

struct ReadingBody {
    std::string device;
    Measure measure = Measure::rain_gauge;
    json::value value;
    std::optional<Instant> at;
};
BOOST_DESCRIBE_STRUCT(ReadingBody, (), (device, measure, value, at))
struct ReadingsBody {
    std::vector<ReadingBody> readings;
};
BOOST_DESCRIBE_STRUCT(ReadingsBody, (), (readings))
struct TakenAnswer {
    std::int64_t taken = 0;
};
BOOST_DESCRIBE_STRUCT(TakenAnswer, (), (taken))

/// The same sieve and watch as for what comes by MQTT; what is wrong with a reading is said on the page of its sensor.
Result<http::Answer> take(const Call& call, Readings* readings) {
    BOOST_OUTCOME_TRY(auto body, http::Endpoints::body_of<ReadingsBody>(call));
    if (body.readings.size() > kReadingsMax)
        return refuse("too_many_readings", "readings", "一次最多 5000 条", "at most 5,000 at a time");
    std::vector<Reading> made;
    for (auto& each : body.readings)
        made.push_back(
            {each.device, each.measure, number_in(each.value), each.at, json::serialize(each.value).substr(0, 60)}
        );
    const auto count = static_cast<std::int64_t>(made.size());
    if (readings == nullptr || !readings->take(std::move(made)))
        return refuse("too_many_waiting", "", "数据太多，请稍后再送", "too many readings wait; come again in a moment");
    return http::json_answer(202, to_json(TakenAnswer{count}));
}

void add_commands(http::Endpoints& table) {
    const std::string one = std::string(kSensors) + "/{sensor}";
    table.command<RegisterSensor>(Method::post, kSensors, "sensors.edit", "登记监测设备", "register a sensor").creates =
        true;
    table.command<RegisterSensor>(Method::post, one, "sensors.edit", "修改监测设备", "change a sensor");
    table.command<SetThresholds>(Method::post, one + "/thresholds", "sensors.edit", "设置阈值", "set its thresholds");
    table.command<RetireSensor>(Method::post, one + "/retire", "sensors.edit", "停用监测设备", "retire a sensor");
    table.command<AskSeries>(
        Method::post, one + "/series", "order.issue", "请下级报送监测曲线", "ask the station below for its series"
    );
    table.command<AttendAlarm>(
        Method::post, std::string(kAlarms) + "/{alarm}/attend", "call.record", "接手监测提示", "take an alarm"
    );
}

}  // namespace

void add_endpoints(http::Endpoints& table, Ports ports) {
    const std::string one = std::string(kSensors) + "/{sensor}";
    auto* readings = ports.readings;
    table.list<SensorAnswer>(
        kSensors,
        "desk.view",
        "监测设备",
        "sensors as they are",
        [readings](const Call& call, store::Rows& rows) -> Result<Page<SensorAnswer>> {
            Page<SensorAnswer> page;
            for (const auto& sensor : all_sensors(rows))
                if (call.caller.area.overlaps(sensor.area))
                    page.items.push_back(answer_of(sensor, rows, readings, call.now));
            return page;
        }
    );
    table.list<MeasureFacts>(
        std::string(kSensors) + "/measures",
        "",
        "监测项目",
        "what can be measured",
        [](const Call&, store::Rows&) -> Result<Page<MeasureFacts>> {
            return Page<MeasureFacts>{all_measures(), {}};
        }
    );
    table.get<IntakeAnswer>(
        std::string(kSensors) + "/intake",
        "desk.view",
        "数据接入情况",
        "how the taking in of readings goes",
        [readings](const Call&, store::Rows&) -> Result<IntakeAnswer> {
            if (readings == nullptr) return IntakeAnswer{};
            return IntakeAnswer{readings->intake(), readings->strangers()};
        }
    );
    auto& feed = table.add(
        Method::post, std::string(kSensors) + "/readings", "sensors.feed", "送入监测数据", "hand in readings"
    );
    feed.takes = schema_of<ReadingsBody>();
    feed.answers<TakenAnswer>();
    feed.read = [readings](const Call& call, store::Rows&) { return take(call, readings); };
    table.get<SensorAnswer>(
        one,
        "desk.view",
        "一个监测设备",
        "one sensor",
        [readings](const Call& call, store::Rows& rows) -> Result<SensorAnswer> {
            BOOST_OUTCOME_TRY(const auto sensor, asked_sensor(call, rows));
            return answer_of(sensor, rows, readings, call.now);
        }
    );
    table
        .get<SeriesAnswer>(
            one + "/series",
            "desk.view",
            "监测曲线",
            "its series",
            [readings](const Call& call, store::Rows& rows) { return series(call, rows, readings); }
        )
        .asks({"from", "until", http::asked_limit()});
    table.list<AlarmAnswer>(kAlarms, "desk.view", "监测提示", "alarms of sensors", &list_alarms)
        .asks({http::asked_flag("open"), "sensor", http::asked_limit()});
    add_commands(table);
    add_camera_endpoints(table, ports);
}

}  // namespace anlan::sensors
