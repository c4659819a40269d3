#pragma once

#include "sensors/events.hpp"

namespace anlan::sensors {

/// What can be measured: words, unit, and the range outside of which a value is no measurement (data/sensors).
struct MeasureFacts {
    Measure measure = Measure::rain_gauge;
    std::string zh, en, unit;
    double least = 0, most = 0;
    std::int64_t decimals = 0;
};
BOOST_DESCRIBE_STRUCT(MeasureFacts, (), (measure, zh, en, unit, least, most, decimals))

const std::vector<MeasureFacts>& all_measures();
const MeasureFacts& facts_of(Measure measure);

/// "62.0 mm"; of what is only yes or no, "报警" or "正常".
std::string worded(const MeasureFacts& measure, double value, bool english = false);

}  // namespace anlan::sensors
