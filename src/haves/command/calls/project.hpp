#pragma once

#include "calls/events.hpp"
#include "store/rows.hpp"

namespace anlan::calls {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const CallPlaced& placed);
void project(store::Rows& rows, const Entry& entry, const CallEscalated& escalated);
void project(store::Rows& rows, const Entry& entry, const CallAnswered& answered);
void project(store::Rows& rows, const Entry& entry, const CallUnreachable& unreachable);
void project(store::Rows& rows, const Entry& entry, const DoorKnockRequested& requested);
void project(store::Rows& rows, const Entry& entry, const DoorKnocked& knocked);
void project(store::Rows& rows, const Entry& entry, const CallExhausted& exhausted);
void project(store::Rows& rows, const Entry& entry, const CallClosed& closed);

void mirror(store::Rows& rows, const Entry& entry, const CallPlaced& placed, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const CallEscalated& escalated, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const CallAnswered& answered, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const CallClosed& closed, const AreaCode& from);

}  // namespace anlan::calls
