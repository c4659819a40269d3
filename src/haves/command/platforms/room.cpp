#include "platforms/room.hpp"

#include "platforms/project.hpp"

namespace anlan::platforms {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("platforms", views_sql());
    room.projects<MessageTaken, MessageSent, PlatformReached, PackageRefused>();
    return room;
}

}  // namespace anlan::platforms
