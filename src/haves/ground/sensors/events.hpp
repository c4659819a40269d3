#pragma once

#include "base/area.hpp"
#include "journal/event.hpp"

/// Sensors (监测设备), their thresholds, and the alarms they raise. An alarm is a 提示 of the station to itself; only
/// county level and above may issue a warning (突发事件应对法 art. 64), so no word of it says 预警.
namespace anlan::sensors {

using SensorId = Id<struct SensorTag>;
using AlarmId = Id<struct AlarmTag>;

/// 雨量 水位 风速 烟感 可燃气体 倾斜 摄像机报警
BOOST_DEFINE_ENUM_CLASS(Measure, rain_gauge, water_level, wind, smoke, gas, tilt, camera)
/// 关注: somebody looks. 处置: somebody goes. The order is that of their weight.
BOOST_DEFINE_ENUM_CLASS(AlarmGrade, watch, act)
BOOST_DEFINE_ENUM_CLASS(AlarmKind, threshold, silence)
BOOST_DEFINE_ENUM_CLASS(Direction, above, below)
/// What was wrong with what a device sent: no number, a value out of the measurable, a clock that is wrong, a flood.
BOOST_DEFINE_ENUM_CLASS(Fault, not_a_number, absurd, clock, flood)

/// Passed when the value has been beyond `value` for `seconds`; over when it is back by more than `hysteresis`.
struct Threshold {
    AlarmGrade grade = AlarmGrade::watch;
    Direction direction = Direction::above;
    double value = 0, hysteresis = 0;
    std::int64_t seconds = 0;
    bool operator==(const Threshold&) const = default;
};
BOOST_DESCRIBE_STRUCT(Threshold, (), (grade, direction, value, hysteresis, seconds))

/// Also written when what is known of it changes.
struct SensorRegistered {
    static constexpr journal::EventKind kKind{"sensor.registered", 1, journal::Share::up};
    std::string name, device;  ///< `device`: as it calls itself in topics and readings
    Measure measure = Measure::rain_gauge;
    AreaCode area;
    std::optional<double> lon, lat;     ///< WGS-84
    std::int64_t interval_seconds = 0;  ///< how often it speaks
    std::string hazard_point;           ///< number of the 风险隐患点 it watches; may be empty
    bool camera = false;                ///< where its picture comes from lies in the vault
};
BOOST_DESCRIBE_STRUCT(
    SensorRegistered, (), (name, device, measure, area, lon, lat, interval_seconds, hazard_point, camera)
)

struct SensorRetired {
    static constexpr journal::EventKind kKind{"sensor.retired", 1, journal::Share::up};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SensorRetired, (), (reason))

struct ThresholdsSet {
    static constexpr journal::EventKind kKind{"sensor.thresholds_set", 1, journal::Share::up};
    std::vector<Threshold> thresholds;
};
BOOST_DESCRIBE_STRUCT(ThresholdsSet, (), (thresholds))

/// Said once for a sensor, a fault and a day, however often it happens.
struct FaultNoted {
    static constexpr journal::EventKind kKind{"sensor.fault_noted", 1};
    Fault fault = Fault::not_a_number;
    std::string sample;  ///< what it sent
};
BOOST_DESCRIBE_STRUCT(FaultNoted, (), (fault, sample))

/// 监测提示. Subject: the alarm.
struct AlarmRaised {
    static constexpr journal::EventKind kKind{"sensor.alarm_raised", 1, journal::Share::up, journal::Urgency::urgent};
    SensorId sensor;
    AlarmKind kind = AlarmKind::threshold;
    AlarmGrade grade = AlarmGrade::watch;
    std::string name;
    Measure measure = Measure::rain_gauge;
    AreaCode area;
    std::optional<double> value, limit;
    Instant read_at{};  ///< of the reading; of a silence: when it was last heard
    std::string text, text_en;
};
BOOST_DESCRIBE_STRUCT(AlarmRaised, (), (sensor, kind, grade, name, measure, area, value, limit, read_at, text, text_en))

/// From 关注 to 处置: somebody has to take it anew.
struct AlarmWorsened {
    static constexpr journal::EventKind kKind{"sensor.alarm_worsened", 1, journal::Share::up, journal::Urgency::urgent};
    AlarmGrade grade = AlarmGrade::act;
    std::optional<double> value, limit;
    Instant read_at{};
    std::string text, text_en;
};
BOOST_DESCRIBE_STRUCT(AlarmWorsened, (), (grade, value, limit, read_at, text, text_en))

/// 值守到人: a named person has taken it, so many seconds after it was raised or worsened.
struct AlarmAttended {
    static constexpr journal::EventKind kKind{"sensor.alarm_attended", 1, journal::Share::up, journal::Urgency::urgent};
    PersonId by;
    std::int64_t seconds = 0;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(AlarmAttended, (), (by, seconds, note))

/// The value is back, or the sensor speaks again.
struct AlarmCleared {
    static constexpr journal::EventKind kKind{"sensor.alarm_cleared", 1, journal::Share::up};
    std::optional<double> value;
};
BOOST_DESCRIBE_STRUCT(AlarmCleared, (), (value))

/// Somebody looked at what a camera shows; the actor of the entry is who (view-logging, as of full telephone numbers).
struct CameraLookedAt {
    static constexpr journal::EventKind kKind{"sensor.camera_looked_at", 1};
    std::string meeting;  ///< in which it was shown; empty: at the desk
    bool live = true;     ///< false: a single picture
};
BOOST_DESCRIBE_STRUCT(CameraLookedAt, (), (meeting, live))

/// A stretch of a series: mean, lowest and highest of what was measured in it.
struct SeriesPoint {
    Instant at{};
    double mean = 0, low = 0, high = 0;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(SeriesPoint, (), (at, mean, low, high, count))

/// The level above asks for the course of a sensor; readings go up no other way. Subject: the request.
struct SeriesAsked {
    static constexpr journal::EventKind kKind{"sensor.series_asked", 1, journal::Share::down};
    SensorId sensor;
    Instant from_at{}, until_at{};
};
BOOST_DESCRIBE_STRUCT(SeriesAsked, (), (sensor, from_at, until_at))

/// Thinned to at most two hundred stretches.
struct SeriesTold {
    static constexpr journal::EventKind kKind{"sensor.series_told", 1, journal::Share::up};
    SensorId sensor;
    Instant from_at{}, until_at{};
    std::vector<SeriesPoint> course;
};
BOOST_DESCRIBE_STRUCT(SeriesTold, (), (sensor, from_at, until_at, course))

}  // namespace anlan::sensors
