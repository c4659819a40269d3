#pragma once

#include "duty/log_events.hpp"
#include "incident/events.hpp"
#include "store/rows.hpp"

namespace anlan::duty {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const LogNoted& noted);
void project(store::Rows& rows, const Entry& entry, const LogSettled& settled);
void project(store::Rows& rows, const Entry& entry, const HandoverOffered& offered);
void project(store::Rows& rows, const Entry& entry, const HandoverTaken& taken);
void project(store::Rows& rows, const Entry& entry, const HandoverMissed& missed);
void project(store::Rows& rows, const Entry& entry, const ShiftWatched& watched);
void project(store::Rows& rows, const Entry& entry, const RollCallMade& made);
void project(store::Rows& rows, const Entry& entry, const RollCallRung& rung);
void project(store::Rows& rows, const Entry& entry, const RollCallAnswered& answered);
void mirror(store::Rows& rows, const Entry& entry, const RollCallAnswered& answered, const AreaCode& from);

/// Sets the watch on the next shift's begin; also when a rota is published.
void watch_next_shift(store::Rows& rows, const Entry& entry);

/// Lines of the one log for incidents and for the rota.
void note(store::Rows& rows, const Entry& entry, const incident::IncidentTaken& taken);
void note(store::Rows& rows, const Entry& entry, const incident::IncidentGraded& graded);
void note(store::Rows& rows, const Entry& entry, const incident::IncidentClosed& closed);
void note(store::Rows& rows, const Entry& entry, const incident::IncidentOverdue& overdue);
void note(store::Rows& rows, const Entry& entry, const RotaPublished& published);
void note(store::Rows& rows, const Entry& entry, const SwapApproved& approved);

}  // namespace anlan::duty
