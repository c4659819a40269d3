#pragma once

#include "base/area.hpp"
#include "plan/check.hpp"
#include "plan/queries.hpp"

namespace anlan::plan {

/// Reads what there is at this node now.
Roster roster_of(store::Rows& rows, const AreaCode& area, Instant now);

/// Villages of the area for which no approved village plan exists.
std::vector<std::string> villages_uncovered(store::Rows& rows, const AreaCode& area);

}  // namespace anlan::plan
