#include "organisation/room.hpp"

#include "organisation/project.hpp"
#include "organisation/reactions.hpp"

namespace anlan::organisation {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("organisation", views_sql());
    room.projects<AreasAdopted, PersonAdded, PersonChanged, PhoneTested, PersonErased>()
        .projects<PostCreated, PostChanged, PostFilled, PostVacated>()
        .projects<LineStaffed, ChainSet, LeaderTookDuty, DutyListed, DutyAcknowledged>()
        .reacts<PersonErased>(&on_person_erased);
    return room;
}

}  // namespace anlan::organisation
