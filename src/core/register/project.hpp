#pragma once

#include "registers/events.hpp"
#include "store/rows.hpp"

namespace anlan::registers {

void project(store::Rows& rows, const journal::Entry& entry, const RegisterPut& put);
void project(store::Rows& rows, const journal::Entry& entry, const RegisterRetired& retired);
void mirror(store::Rows& rows, const journal::Entry& entry, const RegisterPut& put, const AreaCode& from);
void mirror(store::Rows& rows, const journal::Entry& entry, const RegisterRetired& retired, const AreaCode& from);

}  // namespace anlan::registers
