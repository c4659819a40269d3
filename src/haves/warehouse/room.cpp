#include "warehouse/room.hpp"

#include "warehouse/commands.hpp"
#include "warehouse/project.hpp"
#include "warehouse/supply_project.hpp"

namespace anlan::warehouse {

std::string_view views_sql();

namespace {

/// Whatever moved may have fallen below its minimum, or risen above it again.
template <class E>
journal::Wishes look(const journal::Cause& cause, const E&) {
    if (!cause.mine) return {};
    return {cause.wish("system:warehouse", LookOver{false})};
}

template <class... E>
void looks_after(journal::Room& room) {
    (room.reacts<E>(&look<E>), ...);
}

}  // namespace

journal::Room make_room() {
    journal::Room room("warehouse", views_sql());
    room.projects<StockReceived, StockIssued, StockReturned, StockTransferred, ScrapAsked, ScrapDecided>()
        .projects<SupplyOrdered, SupplyEnded>()
        .projects<CountBegun, BatchCounted, CountEnded, CountApproved>()
        .projects<MinimumSet, FellBelowMinimum, MinimumMet, BatchExpiring, LoanOverdue, StockLookedOver, ItemNamed>()
        .mirrors<StockReceived, StockIssued, StockReturned, StockTransferred, ScrapAsked, ScrapDecided>()
        .mirrors<CountApproved, MinimumSet, FellBelowMinimum, MinimumMet>()
        .recalls<LookOver>("warehouse.look_over");
    looks_after<StockReceived, StockIssued, StockReturned, ScrapAsked, ScrapDecided, CountApproved, MinimumSet>(room);
    return room;
}

}  // namespace anlan::warehouse
