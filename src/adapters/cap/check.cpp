#include "cap/check.hpp"

#include <boost/json.hpp>

#include "base/reflect.hpp"
#include "cap/finding.hpp"

namespace anlan::cap {

std::string check_line(const std::string& file, const warning::AlertReading& reading) {
    json::array errors;
    json::array notes;
    for (const auto& fault : reading.faults) {
        auto& list = fault.code.starts_with(kProse) ? notes : errors;
        list.push_back(to_json(fault));
    }
    const json::object line{
        {"file", file},
        {"valid", reading.verdict == warning::Verdict::valid},
        {"verdict", to_text(reading.verdict)},
        {"version", reading.version},
        {"alerts", reading.alert_count},
        {"errors", std::move(errors)},
        {"notes", std::move(notes)}};
    return json::serialize(line);
}

int exit_code(bool any_refused) {
    return any_refused ? 1 : 0;
}

}  // namespace anlan::cap
