#pragma once

#include "warehouse/events.hpp"

/// 采储结合: what is not kept but bought at need from those who signed for it.
namespace anlan::warehouse {

using SupplyId = Id<struct SupplyTag>;  ///< 协议调货单

/// Subject of both: the order.
struct SupplyOrdered {
    static constexpr journal::EventKind kKind{"stock.supply_ordered", 1};
    std::string agreement, supplier, item, unit;
    std::int64_t grain = 1, quantity = 0;
    std::string store;  ///< that takes it in
    std::string purpose, origin, dispatch;
    Instant due{};  ///< by the minutes of the agreement
};
BOOST_DESCRIBE_STRUCT(
    SupplyOrdered, (), (agreement, supplier, item, unit, grain, quantity, store, purpose, origin, dispatch, due)
)

/// Delivered, into a batch; or called off, with a reason.
struct SupplyEnded {
    static constexpr journal::EventKind kKind{"stock.supply_ended", 1};
    std::int64_t arrived = 0, cost_fen = 0;
    BatchId batch;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SupplyEnded, (), (arrived, cost_fen, batch, reason))

}  // namespace anlan::warehouse
