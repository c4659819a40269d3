#include "orders/room.hpp"

#include "orders/commands.hpp"
#include "orders/project.hpp"
#include "orders/reactions.hpp"

namespace anlan::orders {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("orders", views_sql());
    room.projects<OrderIssued, OrderReminded, OrderWithdrawn, OrderReceipted, OrderAnswered, OrderOverdue>()
        .projects<OrderArrived, OrderHeard>()
        .mirrors<OrderIssued, OrderReminded, OrderWithdrawn, OrderReceipted, OrderAnswered, OrderArrived>()
        .reacts<OrderIssued>(&on_issued)
        .reacts<OrderReminded>(&on_reminded)
        .reacts<OrderWithdrawn>(&on_withdrawn)
        .reacts<OrderReceipted>(&on_receipted)
        .reacts<OrderAnswered>(&on_answered)
        .recalls<CheckOrder>("orders.check");
    return room;
}

}  // namespace anlan::orders
