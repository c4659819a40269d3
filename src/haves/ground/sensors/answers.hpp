#pragma once

#include "http/endpoint.hpp"
#include "sensors/ports.hpp"
#include "sensors/queries.hpp"

/// What the endpoints answer.
namespace anlan::sensors {

/// ok: speaks and within limits. never: nothing heard yet. below: of a town below, whose readings stay there.
BOOST_DEFINE_ENUM_CLASS(SensorState, ok, watch, act, silent, never, below)

struct LastAnswer {
    Instant at{};
    double value = 0;
};
BOOST_DESCRIBE_STRUCT(LastAnswer, (), (at, value))

struct SensorAnswer {
    std::string id, name, device;
    Measure measure = Measure::rain_gauge;
    std::string unit;
    std::int64_t decimals = 0;
    AreaCode area, node;
    std::string area_name, node_name;
    std::optional<double> lon, lat;
    std::int64_t interval_seconds = 0;
    std::string hazard_point;
    bool camera = false;
    std::vector<Threshold> thresholds;
    SensorState state = SensorState::never;
    std::optional<LastAnswer> last;
    std::vector<double> trend;  ///< means of the last six hours, 24 of them if it was heard all the time
    std::vector<FaultFacts> faults;
};
BOOST_DESCRIBE_STRUCT(
    SensorAnswer,
    (),
    (id,
     name,
     device,
     measure,
     unit,
     decimals,
     area,
     node,
     area_name,
     node_name,
     lon,
     lat,
     interval_seconds,
     hazard_point,
     camera,
     thresholds,
     state,
     last,
     trend,
     faults)
)

struct AlarmAnswer {
    std::string id, sensor, name, text;
    AlarmKind kind = AlarmKind::threshold;
    AlarmGrade grade = AlarmGrade::watch;
    Measure measure = Measure::rain_gauge;
    AreaCode area, node;
    std::string area_name, node_name;
    std::optional<double> value, bound;
    Instant read_at{}, raised_at{}, asked_at{};
    std::optional<Instant> attended_at;
    std::string attended_by, attended_name;
    std::optional<std::int64_t> seconds;
    std::string note;
    std::optional<Instant> cleared_at;
};
BOOST_DESCRIBE_STRUCT(
    AlarmAnswer,
    (),
    (id,
     sensor,
     name,
     text,
     kind,
     grade,
     measure,
     area,
     node,
     area_name,
     node_name,
     value,
     bound,
     read_at,
     raised_at,
     asked_at,
     attended_at,
     attended_by,
     attended_name,
     seconds,
     note,
     cleared_at)
)

struct SeriesAnswer {
    std::string sensor, unit;
    Instant from{}, until{};
    std::vector<SeriesPoint> points;
    bool waiting = false;  ///< the station below was asked and has not answered
};
BOOST_DESCRIBE_STRUCT(SeriesAnswer, (), (sensor, unit, from, until, points, waiting))

struct IntakeAnswer {
    Intake intake;
    std::vector<Stranger> strangers;  ///< devices nobody has registered
};
BOOST_DESCRIBE_STRUCT(IntakeAnswer, (), (intake, strangers))

SensorAnswer answer_of(const SensorFacts& sensor, store::Rows& rows, const Readings* readings, Instant now);
AlarmAnswer answer_of(const AlarmFacts& alarm, store::Rows& rows, bool english);

}  // namespace anlan::sensors
