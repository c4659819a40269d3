#include "duty/room.hpp"

#include "duty/project.hpp"
#include "duty/reactions.hpp"

namespace anlan::duty {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("duty", views_sql());
    room.projects<PatternSet, HolidaysSet, MemberSet, LeaveFiled, LeaveEnded, RotaSaved, RotaPublished>()
        .projects<SwapAsked, SwapAgreed, SwapApproved, SwapDeclined, CalendarOpened, CalendarClosed>()
        .projects<RotaReinforced, ReinforcementEnded>()
        .reacts<response::ResponseActivated>(&on_activated)
        .reacts<response::LevelChanged>(&on_level_changed)
        .reacts<response::ResponseClosed>(&on_closed);
    return room;
}

}  // namespace anlan::duty
