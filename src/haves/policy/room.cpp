#include "policy/room.hpp"

#include "policy/project.hpp"

namespace anlan::policy {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("policy", views_sql());
    room.projects<PolicyAdopted, PolicyChanged>().mirrors<PolicyAdopted, PolicyChanged>();
    return room;
}

}  // namespace anlan::policy
