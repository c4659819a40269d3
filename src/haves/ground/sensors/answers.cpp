#include "sensors/answers.hpp"

#include "organisation/queries.hpp"
#include "sensors/measures.hpp"

namespace anlan::sensors {

namespace {

constexpr std::chrono::hours kTrend{6};
constexpr std::int64_t kTrendPoints = 24;

SensorState state_of(const SensorFacts& sensor, store::Rows& rows, bool heard) {
    if (open_alarm(rows, sensor.id, AlarmKind::silence)) return SensorState::silent;
    const auto open = open_alarm(rows, sensor.id, AlarmKind::threshold);
    if (open) return open->grade == AlarmGrade::act ? SensorState::act : SensorState::watch;
    return heard ? SensorState::ok : SensorState::never;
}

std::string node_name(store::Rows& rows, const AreaCode& node) {
    return node.text.empty() ? std::string() : organisation::area_name(rows, node);
}

}  // namespace

SensorAnswer answer_of(const SensorFacts& sensor, store::Rows& rows, const Readings* readings, Instant now) {
    const auto& measure = facts_of(sensor.measure);
    SensorAnswer made;
    made.id = sensor.id.text;
    made.name = sensor.name;
    made.device = sensor.device;
    made.measure = sensor.measure;
    made.unit = measure.unit;
    made.decimals = measure.decimals;
    made.area = sensor.area;
    made.node = sensor.node;
    made.area_name = organisation::area_name(rows, sensor.area);
    made.node_name = node_name(rows, sensor.node);
    made.lon = sensor.lon;
    made.lat = sensor.lat;
    made.interval_seconds = sensor.interval_seconds;
    made.hazard_point = sensor.hazard_point;
    made.camera = sensor.camera;
    made.thresholds = sensor.thresholds;
    made.state = SensorState::below;
    if (!sensor.node.text.empty()) return made;
    const auto last = readings == nullptr ? std::nullopt : readings->last(sensor.id);
    made.state = state_of(sensor, rows, last.has_value());
    made.faults = faults_of(rows, sensor.id);
    if (!last) return made;
    made.last = LastAnswer{last->at, last->value};
    for (const auto& point : readings->points(sensor.id, now - kTrend, now, kTrendPoints))
        made.trend.push_back(point.mean);
    return made;
}

AlarmAnswer answer_of(const AlarmFacts& alarm, store::Rows& rows, bool english) {
    AlarmAnswer made;
    made.id = alarm.id.text;
    made.sensor = alarm.sensor.text;
    made.name = alarm.name;
    made.text = english ? alarm.text_en : alarm.text;
    made.kind = alarm.kind;
    made.grade = alarm.grade;
    made.measure = alarm.measure;
    made.area = alarm.area;
    made.node = alarm.node;
    made.area_name = organisation::area_name(rows, alarm.area);
    made.node_name = node_name(rows, alarm.node);
    made.value = alarm.value;
    made.bound = alarm.bound;
    made.read_at = alarm.read_at;
    made.raised_at = alarm.raised_at;
    made.asked_at = alarm.asked_at;
    made.attended_at = alarm.attended_at;
    made.attended_by = alarm.attended_by.text;
    made.attended_name = organisation::person_name(rows, alarm.attended_by);
    made.seconds = alarm.seconds;
    made.note = alarm.note;
    made.cleared_at = alarm.cleared_at;
    return made;
}

}  // namespace anlan::sensors
