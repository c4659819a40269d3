#pragma once

#include "programme/events.hpp"

namespace anlan::programme {

void project(store::Rows& rows, const journal::Entry& entry, const ReadinessStirred& stirred);
void project(store::Rows& rows, const journal::Entry& entry, const ReadinessTold& told);
void mirror(store::Rows& rows, const journal::Entry& entry, const ReadinessTold& told, const AreaCode& from);

}  // namespace anlan::programme
