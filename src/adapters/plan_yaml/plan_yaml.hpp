#pragma once

#include <string>

#include "plan/ports.hpp"

namespace anlan::plan_yaml {

/// Reads plans written in YAML (docs/plan-format.md) and names every fault with its line: unknown fields with the
/// nearest known one, wrong types and words, missing parts, double ids, broken or circular deadlines and dependencies.
/// Limits: 1 MB, 20,000 values, nesting of 20, no anchors, aliases or tags.
class PlanYaml final : public plan::PlanText {
  public:
    plan::PlanReading read(std::string_view yaml) const override;
    /// Leaves out what has its default value; refills as the same plan.
    std::string write(const plan::Plan& plan) const override;
};

/// The line `anlan plan check` prints for one file: {"file","valid","errors":[{line,column,code,message,message_en}],
/// "warnings":[…]}, no line end.
std::string check_line(const std::string& file, const plan::PlanReading& reading);

}  // namespace anlan::plan_yaml
