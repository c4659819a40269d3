#include "venue/room.hpp"

#include "venue/project.hpp"
#include "venue/reactions.hpp"

namespace anlan::venue {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("venue", views_sql());
    room.projects<VenueDescribed, BookingMade, BookingCancelled, VenueVisited, VisitRated>()
        .projects<ExhibitPut, ExhibitChecked, ExhibitFaulted, ExhibitRepaired, ExhibitRetired>()
        .projects<ActivityPlanned, ActivityHeld, ActivityCancelled, QuizTaken>()
        .mirrors<VenueDescribed, VenueVisited, ActivityHeld>()
        .reacts<ExhibitFaulted>(&on_faulted)
        .reacts<ExhibitRepaired>(&on_repaired)
        .reacts<ExhibitRetired>(&on_retired)
        .reacts<tasks::TaskConfirmed>(&on_task_done);
    return room;
}

}  // namespace anlan::venue
