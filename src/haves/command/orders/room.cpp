#include "orders/room.hpp"

#include "orders/commands.hpp"
#include "orders/project.hpp"

namespace anlan::orders {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("orders", views_sql());
    room.projects<OrderIssued, OrderReminded, OrderWithdrawn, OrderReceipted, OrderAnswered, OrderOverdue>()
        .mirrors<OrderIssued, OrderReminded, OrderWithdrawn, OrderReceipted, OrderAnswered>()
        .recalls<CheckOrder>("orders.check");
    return room;
}

}  // namespace anlan::orders
