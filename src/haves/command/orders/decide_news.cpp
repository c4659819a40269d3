#include "orders/commands.hpp"
#include "orders/queries.hpp"

namespace anlan::orders {

namespace {

/// A message about an order of another world is not believed.
bool known_here(const Desk& desk, const OrderId& id, const AreaCode& area, bool ours) {
    const auto order = find_order(desk.views, id);
    return order && order->ours() == ours && order->drill == desk.world.text() && part_of(desk.views, id, area);
}

}  // namespace

Result<Decision> decide(const NoteArrival& wish, const Desk& desk) {
    const auto& here = desk.node.area;
    if (!known_here(desk, wish.order, here, false)) return Decision{{}, wish.order.text, {}};
    return journal::decided(journal::event(wish.order.text, OrderArrived{here, wish.news}));
}

Result<Decision> decide(const NoteHeard& wish, const Desk& desk) {
    if (!known_here(desk, wish.order, wish.area, true)) return Decision{{}, wish.order.text, {}};
    return journal::decided(journal::event(wish.order.text, OrderHeard{wish.area, wish.stage}));
}

}  // namespace anlan::orders
