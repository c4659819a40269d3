#pragma once

#include <optional>

#include "sensors/events.hpp"
#include "store/rows.hpp"

/// What other rooms, and those who carry readings, may ask about sensors and alarms.
namespace anlan::sensors {

struct SensorFacts {
    SensorId id;
    AreaCode node;  ///< empty: this one
    std::string name, device;
    Measure measure = Measure::rain_gauge;
    AreaCode area;
    std::optional<double> lon, lat;
    std::int64_t interval_seconds = 0;
    std::string hazard_point;
    bool camera = false;
    std::vector<Threshold> thresholds;
    Instant registered_at{};
    std::optional<Instant> retired_at;
};
BOOST_DESCRIBE_STRUCT(
    SensorFacts,
    (),
    (id,
     node,
     name,
     device,
     measure,
     area,
     lon,
     lat,
     interval_seconds,
     hazard_point,
     camera,
     thresholds,
     registered_at,
     retired_at)
)

/// Not retired, this node's and those below, by name.
std::vector<SensorFacts> all_sensors(store::Rows& rows);
/// This node's own, not retired.
std::vector<SensorFacts> own_sensors(store::Rows& rows);
std::optional<SensorFacts> find_sensor(store::Rows& rows, const SensorId& id);
/// One of this node. Refuses `sensor_unknown`.
Result<SensorFacts> own_sensor(store::Rows& rows, const SensorId& id);

struct AlarmFacts {
    AlarmId id;
    AreaCode node;  ///< empty: this one
    SensorId sensor;
    AlarmKind kind = AlarmKind::threshold;
    AlarmGrade grade = AlarmGrade::watch;
    std::string name;
    Measure measure = Measure::rain_gauge;
    AreaCode area;
    std::optional<double> value, bound;
    Instant read_at{};
    std::string text, text_en;
    Instant raised_at{}, asked_at{};  ///< asked: when it was raised or last worsened
    std::optional<Instant> attended_at;
    PersonId attended_by;
    std::optional<std::int64_t> seconds;
    std::string note;
    std::optional<Instant> cleared_at;
};
BOOST_DESCRIBE_STRUCT(
    AlarmFacts,
    (),
    (id,
     node,
     sensor,
     kind,
     grade,
     name,
     measure,
     area,
     value,
     bound,
     read_at,
     text,
     text_en,
     raised_at,
     asked_at,
     attended_at,
     attended_by,
     seconds,
     note,
     cleared_at)
)

/// Not cleared, or not attended: what the desk has to see. Newest first.
std::vector<AlarmFacts> live_alarms(store::Rows& rows);
/// Newest first.
std::vector<AlarmFacts> recent_alarms(store::Rows& rows, std::int64_t limit);
std::vector<AlarmFacts> alarms_of(store::Rows& rows, const SensorId& sensor, std::int64_t limit);
std::optional<AlarmFacts> find_alarm(store::Rows& rows, const AlarmId& id);
/// The alarm of this kind that is not cleared.
std::optional<AlarmFacts> open_alarm(store::Rows& rows, const SensorId& sensor, AlarmKind kind);

/// What the level above asked of a sensor, and what was told.
struct SeriesRequest {
    std::string id;
    SensorId sensor;
    Instant from_at{}, until_at{}, asked_at{};
    std::optional<Instant> told_at;
    std::vector<SeriesPoint> points;
};
BOOST_DESCRIBE_STRUCT(SeriesRequest, (), (id, sensor, from_at, until_at, asked_at, told_at, points))
/// Questions of above about this node's sensors that nobody has answered.
std::vector<SeriesRequest> questions_from_above(store::Rows& rows);
std::optional<SeriesRequest> find_request(store::Rows& rows, const std::string& id);
/// The newest of a sensor.
std::optional<SeriesRequest> last_request(store::Rows& rows, const SensorId& sensor);

struct FaultFacts {
    SensorId sensor;
    Fault fault = Fault::not_a_number;
    Instant at{};
    std::string sample;
};
BOOST_DESCRIBE_STRUCT(FaultFacts, (), (sensor, fault, at, sample))
std::vector<FaultFacts> faults_of(store::Rows& rows, const SensorId& sensor);

}  // namespace anlan::sensors
