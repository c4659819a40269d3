#include "plan/room.hpp"

#include "plan/commands.hpp"
#include "plan/minimums.hpp"
#include "plan/project.hpp"

namespace anlan::plan {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("plan", views_sql());
    room.projects<PlanSaved, PlanApproved, PlanFiled, PlansChecked>()
        .recalls<CheckPlans>("plan.check")
        .reacts<PlanApproved>(&set_minimums);
    return room;
}

}  // namespace anlan::plan
