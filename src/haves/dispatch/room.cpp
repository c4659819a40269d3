#include "dispatch/room.hpp"

#include "dispatch/project.hpp"
#include "dispatch/reactions.hpp"

namespace anlan::dispatch {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("dispatch", views_sql());
    room.projects<
            SuppliesAsked,
            DispatchDecided,
            SuppliesHandedOver,
            SuppliesReceipted,
            DispatchRelayed,
            DispatchClosed>()
        .mirrors<
            SuppliesAsked,
            DispatchDecided,
            SuppliesHandedOver,
            SuppliesReceipted,
            DispatchRelayed,
            DispatchClosed>()
        .reacts<DispatchDecided>(&on_decided)
        .reacts<SuppliesHandedOver>(&on_handed_over)
        .reacts<SuppliesReceipted>(&on_receipted);
    return room;
}

}  // namespace anlan::dispatch
