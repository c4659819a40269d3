#pragma once

#include "hooks/events.hpp"
#include "store/rows.hpp"

namespace anlan::hooks {

void project(store::Rows& rows, const journal::Entry& entry, const HookMade& made);
void project(store::Rows& rows, const journal::Entry& entry, const HookMoved& moved);
void project(store::Rows& rows, const journal::Entry& entry, const HookEnded& ended);
void project(store::Rows& rows, const journal::Entry& entry, const HookDelivered& delivered);
void project(store::Rows& rows, const journal::Entry& entry, const HookFailed& failed);
void project(store::Rows& rows, const journal::Entry& entry, const HookSkipped& skipped);
void project(store::Rows& rows, const journal::Entry& entry, const HookTestAsked& asked);
void project(store::Rows& rows, const journal::Entry& entry, const HookTested& tested);

}  // namespace anlan::hooks
