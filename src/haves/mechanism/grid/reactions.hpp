#pragma once

#include "grid/report_events.hpp"
#include "incident/events.hpp"
#include "journal/desk.hpp"
#include "tasks/events.hpp"

/// What reports and rounds lead to in the rooms below, and what comes back from there.
namespace anlan::grid {

journal::Wishes on_round_due(const journal::Cause& cause, const RoundDue& due);
/// The task of the round is done by whoever walked it.
journal::Wishes on_round_done(const journal::Cause& cause, const RoundDone& done);
journal::Wishes on_stopped(const journal::Cause& cause, const PatrolStopped& stopped);
journal::Wishes on_made_incident(const journal::Cause& cause, const MadeIncident& made);
journal::Wishes on_given(const journal::Cause& cause, const HazardGiven& given);
journal::Wishes on_handled(const journal::Cause& cause, const HazardHandled& handled);
/// Not right: the same owner has it again.
journal::Wishes on_checked(const journal::Cause& cause, const HazardChecked& checked);
journal::Wishes on_passed(const journal::Cause& cause, const ReportPassed& passed);
journal::Wishes on_replied(const journal::Cause& cause, const ReportReplied& replied);

journal::Wishes on_task_confirmed(const journal::Cause& cause, const tasks::TaskConfirmed& confirmed);
journal::Wishes on_incident_closed(const journal::Cause& cause, const incident::IncidentClosed& closed);
journal::Wishes on_incident_verified(const journal::Cause& cause, const incident::IncidentVerified& verified);

}  // namespace anlan::grid
