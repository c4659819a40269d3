#pragma once

#include "plan/document.hpp"

/// The order among the steps of a level: what must be done, or be due, before what.
namespace anlan::plan {

/// Steps one step waits for: `after` and `deadline.after`, only those that exist.
std::vector<const Step*> waits_for(const PlanLevel& level, const Step& step);

/// Ids of steps that wait for one another in a circle, in order, the first again at the end; empty if there is none.
std::vector<std::string> circle(const PlanLevel& level);

}  // namespace anlan::plan
