#pragma once

#include "enforcement/outside_events.hpp"
#include "store/rows.hpp"

namespace anlan::enforcement {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const PartyLinkMade& made);
void project(store::Rows& rows, const Entry& entry, const PartyLinkRevoked& revoked);
void project(store::Rows& rows, const Entry& entry, const SelfCheckFiled& filed);
void project(store::Rows& rows, const Entry& entry, const PublicReportFiled& filed);
void project(store::Rows& rows, const Entry& entry, const PublicReportSorted& sorted);

}  // namespace anlan::enforcement
