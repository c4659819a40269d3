#include "grid/room.hpp"

#include "grid/commands.hpp"
#include "grid/project.hpp"
#include "grid/reactions.hpp"

namespace anlan::grid {

std::string_view views_sql();

namespace {

/// Whoever reported hears at once what became of it.
template <journal::EventBody E>
std::vector<journal::Telling> tell_reporter(const journal::Entry& entry, const E& event) {
    if (event.reporter.empty()) return {};
    return {{event.reporter, {{"report", entry.subject}}}};
}

template <journal::EventBody E>
void heed(journal::Room& room) {
    room.projections.emplace(E::kKind.text(), [](store::Rows& rows, const journal::Entry& entry) {
        note(rows, entry, journal::Room::body_of<E>(entry));
    });
}

}  // namespace

journal::Room make_room() {
    journal::Room room("grid", views_sql());
    room.projects<GridDrawn, GridStaffed, GridRetired, MemberAway, MemberBack>()
        .projects<PatrolPlanned, PatrolStopped, RoundDue, RoundDone>()
        .projects<GridReported, MadeIncident, HazardGiven, HazardHandled, HazardChecked>()
        .projects<ReportAnswered, ReportPassed, ReportReceived, ReportReplied>()
        .mirrors<GridDrawn, GridStaffed, GridRetired, GridReported, ReportAnswered>()
        .reacts<RoundDue>(&on_round_due)
        .reacts<RoundDone>(&on_round_done)
        .reacts<PatrolStopped>(&on_stopped)
        .reacts<MadeIncident>(&on_made_incident)
        .reacts<HazardGiven>(&on_given)
        .reacts<HazardHandled>(&on_handled)
        .reacts<HazardChecked>(&on_checked)
        .reacts<ReportPassed>(&on_passed)
        .reacts<ReportReplied>(&on_replied)
        .reacts<tasks::TaskConfirmed>(&on_task_confirmed)
        .reacts<incident::IncidentClosed>(&on_incident_closed)
        .reacts<incident::IncidentVerified>(&on_incident_verified)
        .tells<MadeIncident>(&tell_reporter<MadeIncident>)
        .tells<HazardGiven>(&tell_reporter<HazardGiven>)
        .tells<ReportAnswered>(&tell_reporter<ReportAnswered>)
        .recalls<StartRound>("grid.start_round");
    heed<incident::IncidentTaken>(room);
    heed<incident::IncidentMerged>(room);
    return room;
}

}  // namespace anlan::grid
