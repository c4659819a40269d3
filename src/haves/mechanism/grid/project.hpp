#pragma once

#include "grid/report_events.hpp"
#include "incident/events.hpp"
#include "store/rows.hpp"

namespace anlan::grid {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const GridDrawn& drawn);
void project(store::Rows& rows, const Entry& entry, const GridStaffed& staffed);
void project(store::Rows& rows, const Entry& entry, const GridRetired& retired);
void project(store::Rows& rows, const Entry& entry, const MemberAway& away);
void project(store::Rows& rows, const Entry& entry, const MemberBack& back);
void project(store::Rows& rows, const Entry& entry, const PatrolPlanned& planned);
void project(store::Rows& rows, const Entry& entry, const PatrolStopped& stopped);
void project(store::Rows& rows, const Entry& entry, const RoundDue& due);
void project(store::Rows& rows, const Entry& entry, const RoundDone& done);

void project(store::Rows& rows, const Entry& entry, const GridReported& reported);
void project(store::Rows& rows, const Entry& entry, const MadeIncident& made);
void project(store::Rows& rows, const Entry& entry, const HazardGiven& given);
void project(store::Rows& rows, const Entry& entry, const HazardHandled& handled);
void project(store::Rows& rows, const Entry& entry, const HazardChecked& checked);
void project(store::Rows& rows, const Entry& entry, const ReportAnswered& answered);
void project(store::Rows& rows, const Entry& entry, const ReportPassed& passed);
void project(store::Rows& rows, const Entry& entry, const ReportReceived& received);
void project(store::Rows& rows, const Entry& entry, const ReportReplied& replied);

/// From below: the ground and counts; in full only what was passed up.
void mirror(store::Rows& rows, const Entry& entry, const GridDrawn& drawn, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const GridStaffed& staffed, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const GridRetired& retired, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const GridReported& reported, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const ReportAnswered& answered, const AreaCode& from);

/// The incident that a report became: it was caused by the report's own entry. Merged, the other one goes on for it.
void note(store::Rows& rows, const Entry& entry, const incident::IncidentTaken& taken);
void note(store::Rows& rows, const Entry& entry, const incident::IncidentMerged& merged);

}  // namespace anlan::grid
