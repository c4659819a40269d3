#pragma once

#include "calls/events.hpp"
#include "duty/commands.hpp"
#include "duty/log_events.hpp"
#include "response/events.hpp"

/// What the rota makes of responses: more people while one is in force.
namespace anlan::duty {

journal::Wishes on_activated(const journal::Cause& cause, const response::ResponseActivated& activated);
journal::Wishes on_level_changed(const journal::Cause& cause, const response::LevelChanged& changed);
journal::Wishes on_closed(const journal::Cause& cause, const response::ResponseClosed& closed);

/// Enforcement counts its legal clocks by the same working days.
journal::Wishes on_holidays(const journal::Cause& cause, const HolidaysSet& set);

/// Whoever leads with the new shift is the leader that calls climb to.
journal::Wishes on_taken(const journal::Cause& cause, const HandoverTaken& taken);
/// Nobody took over, and no rota says who should have: the leader on duty is called.
journal::Wishes on_missed(const journal::Cause& cause, const HandoverMissed& missed);
/// Nobody took over: the officer of the rota is called.
journal::Wishes on_watched(const journal::Cause& cause, const ShiftWatched& watched);

journal::Wishes on_rollcall(const journal::Cause& cause, const RollCallMade& made);
journal::Wishes on_rung(const journal::Cause& cause, const RollCallRung& rung);
journal::Wishes on_rollcall_answered(const journal::Cause& cause, const RollCallAnswered& answered);
journal::Wishes on_call_answered(const journal::Cause& cause, const calls::CallAnswered& answered);

}  // namespace anlan::duty
