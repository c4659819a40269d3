#pragma once

#include "calls/events.hpp"
#include "journal/room.hpp"
#include "sensors/events.hpp"

namespace anlan::sensors {

/// Who sits at the desk now, first the one to call. The rota is kept above, so whoever builds the house hands this in.
using OnDuty = std::vector<PersonId> (*)(store::Rows&, const AreaCode& node, Instant now);

/// Every alarm calls the officer on duty (监测预警系统全勤值守); the call climbs its ladder until somebody answers.
journal::Wishes call_officer(const journal::Cause& cause, const AlarmRaised& raised, OnDuty on_duty);
journal::Wishes call_officer(const journal::Cause& cause, const AlarmWorsened& worsened, OnDuty on_duty);
/// Whoever answers the call has taken the alarm.
journal::Wishes on_call_answered(const journal::Cause& cause, const calls::CallAnswered& answered);
/// Once somebody has taken it nobody else need answer.
journal::Wishes on_attended(const journal::Cause& cause, const AlarmAttended& attended);

}  // namespace anlan::sensors
