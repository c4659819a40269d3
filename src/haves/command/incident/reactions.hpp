#pragma once

#include "incident/forewarning_events.hpp"
#include "incident/report_events.hpp"
#include "journal/desk.hpp"

namespace anlan::incident {

/// A node above has told us of something in our area.
journal::Wishes on_passed(const journal::Cause& cause, const IncidentPassed& passed);
/// A node below has reported: our own clock to report upward starts.
journal::Wishes on_sent(const journal::Cause& cause, const ReportSent& sent);
journal::Wishes on_phoned(const journal::Cause& cause, const ReportPhoned& phoned);
/// A town tells ahead what one of its villages reported.
journal::Wishes on_forewarned(const journal::Cause& cause, const IncidentForewarned& told);
/// The node above has our report, or somebody there has read it.
journal::Wishes on_arrived(const journal::Cause& cause, const ReportArrived& arrived);
journal::Wishes on_receipted(const journal::Cause& cause, const ReportReceipted& receipted);
/// The limit is over: the leader on duty is called.
journal::Wishes on_overdue(const journal::Cause& cause, const IncidentOverdue& overdue);

}  // namespace anlan::incident
