#include "incident/room.hpp"

#include "incident/commands.hpp"
#include "incident/project.hpp"
#include "incident/reactions.hpp"

namespace anlan::incident {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("incident", views_sql());
    room.projects<IncidentTaken, IncidentVerified, IncidentAmended, IncidentGraded, IncidentMerged, IncidentPassed>()
        .projects<IncidentClosed, IncidentOverdue, IncidentEvidenced>()
        .projects<ReportDrafted, ReportSettled, ReportPhoned, ReportSent>()
        .projects<ReportArrived, ReportReceipted, ReportConfirmed, DeliveryNoted>()
        .projects<IncidentForewarned, ForewarningNoted>()
        .mirrors<ReportPhoned, ReportSent>()
        .reacts<IncidentForewarned>(&on_forewarned)
        .reacts<IncidentPassed>(&on_passed)
        .reacts<ReportSent>(&on_sent)
        .reacts<ReportPhoned>(&on_phoned)
        .reacts<ReportArrived>(&on_arrived)
        .reacts<ReportReceipted>(&on_receipted)
        .reacts<IncidentOverdue>(&on_overdue)
        .recalls<CheckClock>("incident.check");
    return room;
}

}  // namespace anlan::incident
