#pragma once

#include "plan/nearest.hpp"
#include "plan/rules.hpp"

namespace anlan::plan {

/// One fault of a plan's text and where it is; lines and columns are 1-based, 0 if the whole is meant. Columns count
/// characters, not bytes.
struct PlanFault {
    int line = 0, column = 0;
    std::string code;
    std::string message, message_en;
};
BOOST_DESCRIBE_STRUCT(PlanFault, (), (line, column, code, message, message_en))

struct PlanReading {
    std::optional<Plan> plan;         ///< empty when there is a fault
    std::vector<PlanFault> faults;    ///< in the order of the text
    std::vector<PlanFault> warnings;  ///< the plan can be used, but somebody should look
};

/// Reads and writes the YAML form. Implemented by adapters/plan_yaml.
class PlanText {
  public:
    virtual ~PlanText() = default;
    /// Never throws on bad input. Judges the document by `flaws` and gives each its line.
    virtual PlanReading read(std::string_view yaml) const = 0;
    /// Readable text that reads back as the same plan.
    virtual std::string write(const Plan& plan) const = 0;
};

}  // namespace anlan::plan
