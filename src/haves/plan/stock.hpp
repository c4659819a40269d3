#pragma once

#include "base/area.hpp"
#include "plan/check.hpp"
#include "store/rows.hpp"

namespace anlan::plan {

/// Adds what stores, teams and shelters hold to the roster.
void add_stock(store::Rows& rows, const AreaCode& area, Roster& roster);

}  // namespace anlan::plan
