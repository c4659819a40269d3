#pragma once

#include "programme/building_events.hpp"
#include "store/rows.hpp"

namespace anlan::programme {

void project(store::Rows& rows, const journal::Entry& entry, const BuildPlanAdopted& adopted);
void project(store::Rows& rows, const journal::Entry& entry, const BuildTaskReported& reported);
void mirror(store::Rows& rows, const journal::Entry& entry, const BuildPlanAdopted& adopted, const AreaCode& from);
void mirror(store::Rows& rows, const journal::Entry& entry, const BuildTaskReported& reported, const AreaCode& from);

}  // namespace anlan::programme
