#include "subscriptions/room.hpp"

#include "subscriptions/project.hpp"
#include "subscriptions/reactions.hpp"

namespace anlan::subscriptions {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("subscriptions", views_sql());
    room.projects<Subscribed, Unsubscribed>().reacts<organisation::PersonErased>(&on_erased);
    return room;
}

}  // namespace anlan::subscriptions
