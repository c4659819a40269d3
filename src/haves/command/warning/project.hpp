#pragma once

#include "store/rows.hpp"
#include "warning/events.hpp"

/// What events make of this room's tables.
namespace anlan::warning {

void project(store::Rows& rows, const journal::Entry& entry, const WarningReceived& received);
void project(store::Rows& rows, const journal::Entry& entry, const WarningSuperseded& superseded);
void project(store::Rows& rows, const journal::Entry& entry, const WarningLifted& lifted);
void project(store::Rows& rows, const journal::Entry& entry, const WarningExpired& expired);
void project(store::Rows& rows, const journal::Entry& entry, const MessageNoted& noted);
void project(store::Rows& rows, const journal::Entry& entry, const FeedChanged& changed);
void project(store::Rows& rows, const journal::Entry& entry, const TyphoonPositioned& positioned);
void project(store::Rows& rows, const journal::Entry& entry, const DrillStarted& started);
void project(store::Rows& rows, const journal::Entry& entry, const DrillEnded& ended);

/// Told by the node above: rows of that node, apart from our own.
void mirror(store::Rows& rows, const journal::Entry& entry, const TyphoonPositioned& positioned, const AreaCode& from);
void mirror(store::Rows& rows, const journal::Entry& entry, const DrillStarted& started, const AreaCode& from);
void mirror(store::Rows& rows, const journal::Entry& entry, const DrillEnded& ended, const AreaCode& from);

}  // namespace anlan::warning
