#pragma once

#include "journal/epoch_events.hpp"
#include "links/events.hpp"
#include "store/rows.hpp"

namespace anlan::links {

void project(store::Rows& rows, const journal::Entry& entry, const LinkChanged& changed);
void project(store::Rows& rows, const journal::Entry& entry, const LinkFaulted& faulted);

}  // namespace anlan::links

namespace anlan::journal {

void project(store::Rows& rows, const Entry& entry, const EntrySetAside& set_aside);
void project(store::Rows& rows, const Entry& entry, const EntryRefused& refused);
void project(store::Rows& rows, const Entry& entry, const EntryOutOfArea& refused);
void mirror(store::Rows& rows, const Entry& entry, const CheckpointSealed& sealed, const AreaCode& from);

}  // namespace anlan::journal
