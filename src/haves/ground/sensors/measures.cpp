#include "sensors/measures.hpp"

#include <fmt/format.h>

#include "base/ensure.hpp"

namespace anlan::sensors {

std::string_view measures_json();

const std::vector<MeasureFacts>& all_measures() {
    static const auto all = [] {
        auto read = from_json_text<std::vector<MeasureFacts>>(measures_json(), Unknown::refused);
        ensure(read.has_value(), "the shipped list of measures reads");
        return std::move(read.value());
    }();
    return all;
}

const MeasureFacts& facts_of(Measure measure) {
    for (const auto& each : all_measures())
        if (each.measure == measure) return each;
    ensure(false, "every measure has its facts");
    return all_measures().front();
}

std::string worded(const MeasureFacts& measure, double value, bool english) {
    if (measure.unit.empty()) {
        if (english) return value >= 0.5 ? "alarm" : "normal";
        return value >= 0.5 ? "报警" : "正常";
    }
    return fmt::format("{:.{}f} {}", value, measure.decimals, measure.unit);
}

}  // namespace anlan::sensors
