#include <fmt/format.h>

#include "organisation/queries.hpp"
#include "sensors/commands.hpp"
#include "sensors/measures.hpp"
#include "sensors/queries.hpp"

namespace anlan::sensors {

namespace {

struct Words {
    std::string zh, en;
};

std::string span_zh(std::int64_t seconds) {
    if (seconds < 120) return fmt::format("{} 秒", seconds);
    if (seconds < 7'200) return fmt::format("{} 分钟", seconds / 60);
    return fmt::format("{} 小时", seconds / 3'600);
}

std::string span_en(std::int64_t seconds) {
    if (seconds < 120) return fmt::format("{} s", seconds);
    if (seconds < 7'200) return fmt::format("{} min", seconds / 60);
    return fmt::format("{} h", seconds / 3'600);
}

/// An alarm is a 提示 of the station to itself (突发事件应对法 art. 64): no word of it says 预警.
Words words_of(const RaiseAlarm& wish, const SensorFacts& sensor, Instant now) {
    if (wish.kind == AlarmKind::silence) {
        const auto quiet = std::chrono::duration_cast<std::chrono::seconds>(now - wish.read_at).count();
        return {
            fmt::format(
                "{} 已 {}没有数据（应每 {}一次）", sensor.name, span_zh(quiet), span_zh(sensor.interval_seconds)
            ),
            fmt::format(
                "{}: nothing heard for {} (one reading every {} is due)",
                sensor.name,
                span_en(quiet),
                span_en(sensor.interval_seconds)
            )};
    }
    const auto& measure = facts_of(sensor.measure);
    const auto value = wish.value.value_or(0);
    if (measure.unit.empty())
        return {
            fmt::format("{} {}", sensor.name, worded(measure, value)),
            fmt::format("{}: {}", sensor.name, worded(measure, value, true))};
    const bool act = wish.grade == AlarmGrade::act;
    const auto limit = wish.limit.value_or(0);
    return {
        fmt::format(
            "{} {} {}，达到{}值 {}",
            sensor.name,
            measure.zh,
            worded(measure, value),
            act ? "处置" : "关注",
            worded(measure, limit)
        ),
        fmt::format(
            "{}: {} {}, at or beyond the {} limit of {}",
            sensor.name,
            measure.en,
            worded(measure, value, true),
            act ? "action" : "attention",
            worded(measure, limit, true)
        )};
}

Result<Decision> attended(const AlarmId& id, const PersonId& by, const std::string& note, const Desk& desk) {
    const auto alarm = find_alarm(desk.views, id);
    if (!alarm || !alarm->node.text.empty())
        return refuse("alarm_unknown", "alarm", "没有这条监测提示", "there is no such alarm here");
    if (alarm->attended_at)
        return refuse(
            "already_attended",
            "alarm",
            fmt::format("{}已接手", organisation::person_name(desk.views, alarm->attended_by)),
            fmt::format("{} has taken it already", organisation::person_name(desk.views, alarm->attended_by))
        );
    if (!organisation::person_exists(desk.views, by))
        return refuse("not_a_person", "by", "监测提示须由具名人员接手", "an alarm is taken by a named person");
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(desk.now - alarm->asked_at).count();
    return journal::decided(journal::event(alarm->id.text, AlarmAttended{by, std::max<std::int64_t>(seconds, 0), note})
    );
}

}  // namespace

Result<Decision> decide(const RaiseAlarm& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto sensor, own_sensor(desk.views, wish.sensor));
    const auto open = open_alarm(desk.views, sensor.id, wish.kind);
    if (open && open->grade >= wish.grade) return Decision{{}, open->id.text, {}};
    const auto words = words_of(wish, sensor, desk.now);
    if (open)
        return journal::decided(journal::event(
            open->id.text, AlarmWorsened{wish.grade, wish.value, wish.limit, wish.read_at, words.zh, words.en}
        ));
    return journal::decided(journal::event(
        desk.new_id(),
        AlarmRaised{
            sensor.id,
            wish.kind,
            wish.grade,
            sensor.name,
            sensor.measure,
            sensor.area,
            wish.value,
            wish.limit,
            wish.read_at,
            words.zh,
            words.en}
    ));
}

Result<Decision> decide(const ClearAlarm& wish, const Desk& desk) {
    const auto open = open_alarm(desk.views, wish.sensor, wish.kind);
    if (!open) return Decision{{}, wish.sensor.text, {}};
    return journal::decided(journal::event(open->id.text, AlarmCleared{wish.value}));
}

Result<Decision> decide(const AttendAlarm& wish, const Desk& desk) {
    return attended(wish.alarm, desk.person(), wish.note, desk);
}

Result<Decision> decide(const CreditAnswer& wish, const Desk& desk) {
    return attended(wish.alarm, wish.by, wish.note, desk);
}

}  // namespace anlan::sensors
