#include "consultation/room.hpp"

#include "consultation/commands.hpp"
#include "consultation/project.hpp"
#include "consultation/reactions.hpp"

namespace anlan::consultation {

std::string_view views_sql();

namespace {

std::vector<journal::Telling> tell_owner(const journal::Entry& entry, const ResolutionReminded& reminded) {
    if (reminded.owner.empty()) return {};
    return {{reminded.owner, {{"resolution", entry.subject}}}};
}

}  // namespace

journal::Room make_room() {
    journal::Room room("consultation", views_sql());
    room.projects<ConsultationCalled, AgendaSet, PeopleInvited, PersonAttended, WordSaid, MeetingJoined>()
        .projects<ConsultationConcluded, ResolutionMade, ResolutionReminded, ResolutionClosed>()
        .mirrors<ConsultationConcluded, ResolutionClosed>()
        .reacts<ConsultationCalled>(&on_called)
        .reacts<PeopleInvited>(&on_invited)
        .reacts<MeetingJoined>(&on_met)
        .reacts<meetings::PersonJoined>(&on_joined)
        .reacts<ConsultationConcluded>(&on_concluded)
        .reacts<ResolutionMade>(&on_made)
        .reacts<ResolutionReminded>(&on_reminded)
        .reacts<ResolutionClosed>(&on_closed)
        .reacts<tasks::TaskConfirmed>(&on_task_confirmed)
        .reacts<tasks::TaskOverdue>(&on_task_overdue)
        .reacts<orders::OrderAnswered>(&on_order_answered)
        .tells<ResolutionReminded>(&tell_owner)
        .recalls<RemindInTime>("consultation.remind");
    room.projections.emplace(orders::OrderIssued::kKind.text(), [](store::Rows& rows, const journal::Entry& entry) {
        note(rows, entry, journal::Room::body_of<orders::OrderIssued>(entry));
    });
    return room;
}

}  // namespace anlan::consultation
