#pragma once

#include "plan/document.hpp"

namespace anlan::plan {

/// One fault of a plan's text and where it is; lines and columns are 1-based, 0 if the whole is meant.
struct PlanFault {
    int line = 0, column = 0;
    std::string code;
    std::string message, message_en;
};
BOOST_DESCRIBE_STRUCT(PlanFault, (), (line, column, code, message, message_en))

struct PlanReading {
    std::optional<Plan> plan;  ///< empty when there is a fault
    std::vector<PlanFault> faults;
};

/// Reads and writes the YAML form. Implemented by adapters/plan_yaml.
class PlanText {
  public:
    virtual ~PlanText() = default;
    /// Never throws on bad input.
    virtual PlanReading read(std::string_view yaml) const = 0;
    virtual std::string write(const Plan& plan) const = 0;
};

}  // namespace anlan::plan
