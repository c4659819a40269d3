#pragma once

#include "plan/events.hpp"
#include "store/rows.hpp"

namespace anlan::plan {

void project(store::Rows& rows, const journal::Entry& entry, const PlanSaved& saved);
void project(store::Rows& rows, const journal::Entry& entry, const PlanApproved& approved);
void project(store::Rows& rows, const journal::Entry& entry, const PlanFiled& filed);
void project(store::Rows& rows, const journal::Entry& entry, const PlansChecked& checked);

}  // namespace anlan::plan
