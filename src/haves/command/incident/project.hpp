#pragma once

#include "incident/forewarning_events.hpp"
#include "incident/report_events.hpp"
#include "store/rows.hpp"

namespace anlan::incident {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const IncidentTaken& taken);
void project(store::Rows& rows, const Entry& entry, const IncidentVerified& verified);
void project(store::Rows& rows, const Entry& entry, const IncidentAmended& amended);
void project(store::Rows& rows, const Entry& entry, const IncidentGraded& graded);
void project(store::Rows& rows, const Entry& entry, const IncidentMerged& merged);
void project(store::Rows& rows, const Entry& entry, const IncidentPassed& passed);
void project(store::Rows& rows, const Entry& entry, const IncidentClosed& closed);
void project(store::Rows& rows, const Entry& entry, const IncidentOverdue& overdue);
void project(store::Rows& rows, const Entry& entry, const IncidentEvidenced& evidenced);

void project(store::Rows& rows, const Entry& entry, const ReportDrafted& drafted);
void project(store::Rows& rows, const Entry& entry, const ReportSettled& settled);
void project(store::Rows& rows, const Entry& entry, const ReportPhoned& phoned);
void project(store::Rows& rows, const Entry& entry, const ReportSent& sent);
void project(store::Rows& rows, const Entry& entry, const ReportArrived& arrived);
void project(store::Rows& rows, const Entry& entry, const ReportReceipted& receipted);
void project(store::Rows& rows, const Entry& entry, const ReportConfirmed& confirmed);
void project(store::Rows& rows, const Entry& entry, const DeliveryNoted& noted);

void project(store::Rows& rows, const Entry& entry, const IncidentForewarned& forewarned);
void project(store::Rows& rows, const Entry& entry, const ForewarningNoted& noted);

/// From below: what a node reported is kept under its name.
void mirror(store::Rows& rows, const Entry& entry, const ReportPhoned& phoned, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const ReportSent& sent, const AreaCode& from);
/// One line of the incident's own course. Late ones are red.
void write_line(
    store::Rows& rows,
    const Entry& entry,
    const std::string& node,
    bool late,
    const std::string& zh,
    const std::string& en
);

/// The deadline of a clock of this incident.
std::string deadline_of(const std::string& incident, ClockKind clock);

}  // namespace anlan::incident
