// Throws bytes at the plan reader, and every plan it took at the writer, the check-up and the clocks. Clang only:
//
//   tests/fuzz/run plan 60          (or ./dev fuzz plan 60)
//
// Promises held: no crash, no leak, no hang, no exception; a refused text carries a fault with a place inside the text
// and no plan; a plan that was read has no serious flaw and can be checked, matched and timed; what the writer wrote
// reads back as the same plan.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "plan/check.hpp"
#include "plan/match.hpp"
#include "plan_yaml/plan_yaml.hpp"

namespace {

using namespace anlan;

void promise(bool holds) {
    if (!holds) std::abort();
}

void hold_promises(const plan::Plan& plan) {
    for (const auto& flaw : plan::flaws(plan)) promise(!flaw.serious);
    const plan_yaml::PlanYaml yaml;
    const auto written = yaml.write(plan);
    const auto again = yaml.read(written);
    promise(again.plan.has_value());
    promise(to_json_text(*again.plan) == to_json_text(plan));
    promise(!plan::check(plan, plan::Roster{}).empty());  // An empty roster can carry nothing out.
    for (const auto& level : plan.levels)
        for (const auto& step : level.steps) promise(plan::due_at(level, step, {}).has_value());
    plan::Occasion occasion;
    if (!plan.hazards.empty()) occasion.hazard = plan.hazards.front();
    occasion.colour = plan::TriggerColour::red;
    if (const auto called = plan::match(plan, occasion)) promise(plan::level_of(plan, called->level) != nullptr);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto reading = plan_yaml::PlanYaml().read(text);
    promise(json::parse(plan_yaml::check_line("fuzz.yaml", reading)).is_object());
    promise(reading.plan.has_value() == reading.faults.empty());
    for (const auto& fault : reading.faults) promise(fault.line >= 0 && fault.column >= 0 && !fault.message.empty());
    if (reading.plan) hold_promises(*reading.plan);
    return 0;
}
