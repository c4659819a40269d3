#include "rescue/room.hpp"

#include "rescue/callout_commands.hpp"
#include "rescue/commands.hpp"
#include "rescue/project.hpp"
#include "rescue/reactions.hpp"

namespace anlan::rescue {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("rescue", views_sql());
    room.projects<MemberJoined, MemberLeft, PaperFiled, PaperExpiring, GearIssued, GearReturned, StandbySet>()
        .projects<CalloutOrdered, TeamCalled, MemberAnswered, MemberSetOut, MemberArrived, TeamTurnedOut>()
        .projects<CalloutShort, CalloutClosed, AidAsked, AidPassed, AidAnswered, AidTold, AidHeard>()
        .projects<TrainingPlanned, TrainingSignedIn, TrainingClosed>()
        .mirrors<CalloutOrdered, MemberAnswered, MemberArrived, TeamTurnedOut, CalloutClosed>()
        .mirrors<AidAsked, AidPassed, AidAnswered, AidTold>()
        .reacts<TeamCalled>(&on_team_called)
        .reacts<MemberAnswered>(&on_member_answered)
        .reacts<CalloutClosed>(&on_callout_closed)
        .reacts<AidAsked>(&on_aid_asked)
        .reacts<AidPassed>(&on_aid_passed)
        .reacts<AidAnswered>(&on_aid_answered)
        .reacts<AidTold>(&on_aid_told)
        .recalls<CheckPaper>("rescue.check_paper")
        .recalls<CheckCallout>("rescue.check_callout");
    return room;
}

}  // namespace anlan::rescue
