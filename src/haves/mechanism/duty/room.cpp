#include "duty/room.hpp"

#include "duty/lines_grid.hpp"
#include "duty/lines_public.hpp"
#include "duty/lines_together.hpp"
#include "duty/log_commands.hpp"
#include "duty/project.hpp"
#include "duty/project_log.hpp"
#include "duty/reactions.hpp"

namespace anlan::duty {

std::string_view views_sql();

namespace {

/// `note()` beside an event writes its line of the log.
template <journal::EventBody... E>
void note_all(journal::Room& room) {
    (room.projections.emplace(
         E::kKind.text(),
         [](store::Rows& rows, const Entry& entry) { note(rows, entry, journal::Room::body_of<E>(entry)); }
     ),
     ...);
}

}  // namespace

journal::Room make_room() {
    journal::Room room("duty", views_sql());
    room.projects<PatternSet, HolidaysSet, MemberSet, LeaveFiled, LeaveEnded, RotaSaved, RotaPublished>()
        .projects<SwapAsked, SwapAgreed, SwapApproved, SwapDeclined, CalendarOpened, CalendarClosed>()
        .projects<RotaReinforced, ReinforcementEnded>()
        .projects<LogNoted, LogSettled, HandoverOffered, HandoverTaken, HandoverMissed, ShiftWatched>()
        .projects<RollCallMade, RollCallRung, RollCallAnswered>()
        .mirrors<RollCallAnswered>()
        .recalls<WatchShift>("duty.watch_shift")
        .recalls<MissHandover>("duty.miss_handover")
        .recalls<MissRollCall>("duty.rollcall_missed")
        .reacts<HolidaysSet>(&on_holidays)
        .reacts<HandoverTaken>(&on_taken)
        .reacts<HandoverMissed>(&on_missed)
        .reacts<ShiftWatched>(&on_watched)
        .reacts<RollCallMade>(&on_rollcall)
        .reacts<RollCallRung>(&on_rung)
        .reacts<RollCallAnswered>(&on_rollcall_answered)
        .reacts<calls::CallAnswered>(&on_call_answered)
        .reacts<response::ResponseActivated>(&on_activated)
        .reacts<response::LevelChanged>(&on_level_changed)
        .reacts<response::ResponseClosed>(&on_closed);
    note_all<incident::IncidentTaken, incident::IncidentGraded, incident::IncidentClosed, incident::IncidentOverdue>(
        room
    );
    note_all<RotaPublished, SwapApproved>(room);
    heed_consultations(room);
    heed_grid(room);
    heed_public(room);
    return room;
}

}  // namespace anlan::duty
