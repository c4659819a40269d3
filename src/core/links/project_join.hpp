#pragma once

#include "links/join_events.hpp"
#include "store/rows.hpp"

namespace anlan::links {

void project(store::Rows& rows, const journal::Entry& entry, const CodeMade& made);
void project(store::Rows& rows, const journal::Entry& entry, const JoinAsked& asked);
void project(store::Rows& rows, const journal::Entry& entry, const JoinApproved& approved);
void project(store::Rows& rows, const journal::Entry& entry, const JoinRefused& refused);
void project(store::Rows& rows, const journal::Entry& entry, const LinkRemoved& removed);

}  // namespace anlan::links
