#pragma once

#include "enforcement/case_events.hpp"
#include "store/rows.hpp"

namespace anlan::enforcement {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const CaseFiled& filed);
void project(store::Rows& rows, const Entry& entry, const CaseStepTaken& taken);
void project(store::Rows& rows, const Entry& entry, const CaseClockRang& rang);
void project(store::Rows& rows, const Entry& entry, const MatterTransferred& transferred);
void project(store::Rows& rows, const Entry& entry, const MatterReceived& received);
void mirror(store::Rows& rows, const Entry& entry, const MatterTransferred& transferred, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const MatterReceived& received, const AreaCode& from);

}  // namespace anlan::enforcement
