#pragma once

#include "store/rows.hpp"
#include "warehouse/supply_events.hpp"

namespace anlan::warehouse {

void project(store::Rows& rows, const journal::Entry& entry, const SupplyOrdered& ordered);
void project(store::Rows& rows, const journal::Entry& entry, const SupplyEnded& ended);

}  // namespace anlan::warehouse
