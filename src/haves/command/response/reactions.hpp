#pragma once

#include "journal/desk.hpp"
#include "response/events.hpp"
#include "sensors/events.hpp"
#include "warning/events.hpp"

namespace anlan::response {

/// A warning that covers us and calls for action proposes responses, or other levels for those that run.
journal::Wishes on_warning_received(const journal::Cause& cause, const warning::WarningReceived& received);
/// When its time is over, another level may fit, or none.
journal::Wishes on_warning_expired(const journal::Cause& cause, const warning::WarningExpired& expired);

/// A sensor's alarm proposes the level of the plan whose trigger names its measure.
journal::Wishes on_alarm_raised(const journal::Cause& cause, const sensors::AlarmRaised& raised);
journal::Wishes on_alarm_worsened(const journal::Cause& cause, const sensors::AlarmWorsened& worsened);

/// A response above is an order to our plans (R23).
journal::Wishes on_activated_above(const journal::Cause& cause, const ResponseActivated& activated);
journal::Wishes on_level_changed_above(const journal::Cause& cause, const LevelChanged& changed);
journal::Wishes on_closed_above(const journal::Cause& cause, const ResponseClosed& closed);

/// Nobody confirmed: the leader is called.
journal::Wishes on_confirm_escalated(const journal::Cause& cause, const ConfirmEscalated& escalated);

/// Steps become tasks and people are called.
journal::Wishes put_to_work(const journal::Cause& cause, const ResponseActivated& activated);
journal::Wishes change_work(const journal::Cause& cause, const LevelChanged& changed);
journal::Wishes on_step_repeated(const journal::Cause& cause, const StepRepeated& repeated);

/// What is still open is cancelled.
journal::Wishes on_declined(const journal::Cause& cause, const ResponseDeclined& declined);
journal::Wishes on_closed(const journal::Cause& cause, const ResponseClosed& closed);
/// With a drill end its responses.
journal::Wishes on_drill_ended(const journal::Cause& cause, const warning::DrillEnded& ended);

}  // namespace anlan::response
