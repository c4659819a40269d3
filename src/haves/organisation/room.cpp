#include "organisation/room.hpp"

#include "organisation/project.hpp"

namespace anlan::organisation {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("organisation", views_sql());
    room.projects<AreasAdopted, PersonAdded, PersonChanged, PhoneTested, PersonErased>()
        .projects<PostCreated, PostChanged, PostFilled, PostVacated>()
        .projects<LineStaffed, ChainSet, LeaderTookDuty, DutyListed, DutyAcknowledged>();
    return room;
}

}  // namespace anlan::organisation
