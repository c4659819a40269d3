#pragma once

#include "journal/desk.hpp"
#include "sensors/events.hpp"

namespace anlan::sensors {

using journal::Decision;
using journal::Desk;

/// Registers a sensor, or with `sensor` changes what is known of it. A new one has the policy pack's thresholds of its
/// measure. `camera` is the address of a picture (rtsp, http); it is kept in the vault, and an empty one leaves what
/// is kept. Refuses `name_empty`, `device_empty`, `device_taken` (for this measure), `interval_invalid`,
/// `area_outside`, `place_invalid`, `camera_invalid`, `sensor_unknown`.
struct RegisterSensor {
    SensorId sensor;
    std::string name, device;
    Measure measure = Measure::rain_gauge;
    AreaCode area;
    std::optional<double> lon, lat;
    std::int64_t interval_seconds = 60;
    std::string hazard_point, camera;
};
BOOST_DESCRIBE_STRUCT(
    RegisterSensor, (), (sensor, name, device, measure, area, lon, lat, interval_seconds, hazard_point, camera)
)
Result<Decision> decide(const RegisterSensor& wish, const Desk& desk);

/// Its open alarms end with it. Refuses `sensor_unknown`, `reason_missing`.
struct RetireSensor {
    SensorId sensor;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RetireSensor, (), (sensor, reason))
Result<Decision> decide(const RetireSensor& wish, const Desk& desk);

/// Refuses `sensor_unknown`, `threshold_invalid` (no number, negative hysteresis or duration, outside the measurable,
/// an 处置 that is reached before its 关注), `too_many_thresholds`.
struct SetThresholds {
    SensorId sensor;
    std::vector<Threshold> thresholds;
};
BOOST_DESCRIBE_STRUCT(SetThresholds, (), (sensor, thresholds))
Result<Decision> decide(const SetThresholds& wish, const Desk& desk);

/// The program's own wish: said once for a sensor, a fault and a day. Refuses `sensor_unknown`.
struct NoteFault {
    SensorId sensor;
    Fault fault = Fault::not_a_number;
    std::string sample;
};
BOOST_DESCRIBE_STRUCT(NoteFault, (), (sensor, fault, sample))
Result<Decision> decide(const NoteFault& wish, const Desk& desk);

/// The program's own wish. A sensor has at most one open alarm of a kind: a graver grade worsens it, anything else
/// changes nothing. Refuses `sensor_unknown`.
struct RaiseAlarm {
    SensorId sensor;
    AlarmKind kind = AlarmKind::threshold;
    AlarmGrade grade = AlarmGrade::watch;
    std::optional<double> value, limit;
    Instant read_at{};
};
BOOST_DESCRIBE_STRUCT(RaiseAlarm, (), (sensor, kind, grade, value, limit, read_at))
Result<Decision> decide(const RaiseAlarm& wish, const Desk& desk);

/// The program's own wish. Without an open alarm of this kind nothing changes.
struct ClearAlarm {
    SensorId sensor;
    AlarmKind kind = AlarmKind::threshold;
    std::optional<double> value;
};
BOOST_DESCRIBE_STRUCT(ClearAlarm, (), (sensor, kind, value))
Result<Decision> decide(const ClearAlarm& wish, const Desk& desk);

/// A named person takes the alarm; the first name stands. Refuses `alarm_unknown`, `already_attended`, `not_a_person`.
struct AttendAlarm {
    AlarmId alarm;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(AttendAlarm, (), (alarm, note))
Result<Decision> decide(const AttendAlarm& wish, const Desk& desk);

/// The program's own wish: who answered the call of an alarm has taken it. Refuses as AttendAlarm.
struct CreditAnswer {
    AlarmId alarm;
    PersonId by;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(CreditAnswer, (), (alarm, by, note))
Result<Decision> decide(const CreditAnswer& wish, const Desk& desk);

/// The program's own wish, in the name of whoever looks, before anything is shown. Refuses `sensor_unknown`.
struct NoteLook {
    SensorId sensor;
    std::string meeting;
    bool live = true;
};
BOOST_DESCRIBE_STRUCT(NoteLook, (), (sensor, meeting, live))
Result<Decision> decide(const NoteLook& wish, const Desk& desk);

/// The level above asks the station below for the last so many days of a sensor. A question that waits already is not
/// asked again. Refuses `sensor_unknown`, `sensor_here` (its series is at hand), `days_invalid`.
struct AskSeries {
    SensorId sensor;
    std::int64_t days = 1;
};
BOOST_DESCRIBE_STRUCT(AskSeries, (), (sensor, days))
Result<Decision> decide(const AskSeries& wish, const Desk& desk);

/// The program's own wish: the answer to such a question. Answered already: nothing changes. Refuses `request_unknown`.
struct TellSeries {
    std::string request;
    std::vector<SeriesPoint> points;
};
BOOST_DESCRIBE_STRUCT(TellSeries, (), (request, points))
Result<Decision> decide(const TellSeries& wish, const Desk& desk);

}  // namespace anlan::sensors
