#include "enforcement/room.hpp"

#include "enforcement/case_commands.hpp"
#include "enforcement/case_project.hpp"
#include "enforcement/commands.hpp"
#include "enforcement/outside_project.hpp"
#include "enforcement/project.hpp"

namespace anlan::enforcement {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("enforcement", views_sql());
    room.projects<WorkCalendarAdopted, InspectionPlanDrafted, InspectionPlanApproved>()
        .projects<InspectionStarted, InspectionRecorded, InspectionClosed, InspectionAbandoned, MeasureTaken>()
        .projects<HazardFound, MajorHazardListed, MajorHazardSupervised, HazardRemoved>()
        .projects<RectificationOrdered, RectificationClockRang, ExtensionAsked, ExtensionDecided>()
        .projects<RectificationReported, RectificationRechecked>()
        .mirrors<MajorHazardListed, MajorHazardSupervised, HazardRemoved, InspectionPlanApproved>()
        .projects<CaseFiled, CaseStepTaken, CaseClockRang, MatterTransferred, MatterReceived>()
        .mirrors<MatterTransferred, MatterReceived>()
        .projects<PartyLinkMade, PartyLinkRevoked, SelfCheckFiled, PublicReportFiled, PublicReportSorted>()
        .recalls<RingRectification>("enforcement.ring_rectification")
        .recalls<RingCase>("enforcement.ring_case");
    return room;
}

}  // namespace anlan::enforcement
