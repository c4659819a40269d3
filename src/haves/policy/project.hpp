#pragma once

#include "policy/events.hpp"
#include "store/rows.hpp"

namespace anlan::policy {

void project(store::Rows& rows, const journal::Entry& entry, const PolicyAdopted& pack);
void project(store::Rows& rows, const journal::Entry& entry, const PolicyChanged& change);
void mirror(store::Rows& rows, const journal::Entry& entry, const PolicyAdopted& pack, const AreaCode& from);
void mirror(store::Rows& rows, const journal::Entry& entry, const PolicyChanged& change, const AreaCode& from);

}  // namespace anlan::policy
