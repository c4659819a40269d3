#include "hooks/room.hpp"

#include "hooks/project.hpp"

namespace anlan::hooks {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("hooks", views_sql());
    room.projects<HookMade, HookMoved, HookEnded, HookDelivered, HookFailed, HookSkipped, HookTestAsked, HookTested>();
    return room;
}

}  // namespace anlan::hooks
