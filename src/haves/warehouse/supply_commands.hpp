#pragma once

#include "journal/desk.hpp"
#include "warehouse/commands.hpp"
#include "warehouse/supply_events.hpp"

namespace anlan::warehouse {

/// Refuses `agreement_unknown`, `agreement_over`, `item_unknown`, `item_not_agreed`, `quantity_invalid`,
/// `store_unknown`, `purpose_missing`.
struct OrderSupply {
    std::string agreement, item;
    std::int64_t quantity = 0;
    std::string store, purpose, origin, dispatch;
};
BOOST_DESCRIBE_STRUCT(OrderSupply, (), (agreement, item, quantity, store, purpose, origin, dispatch))
Result<Decision> decide(const OrderSupply& wish, const Desk& desk);

/// It has come: taken in as a batch, in the same commit. Refuses `supply_unknown`, `supply_ended`, `cost_invalid`,
/// `note_missing` (less or more came than was ordered), and as ReceiveStock does.
struct TakeSupply {
    SupplyId supply;
    std::int64_t arrived = 0, cost_fen = 0;
    std::string expires_on, lot, location, note;
};
BOOST_DESCRIBE_STRUCT(TakeSupply, (), (supply, arrived, cost_fen, expires_on, lot, location, note))
Result<Decision> decide(const TakeSupply& wish, const Desk& desk);
std::optional<World> world_of(const TakeSupply& wish, store::Rows& rows);

/// Refuses `supply_unknown`, `supply_ended`, `reason_missing`.
struct CancelSupply {
    SupplyId supply;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CancelSupply, (), (supply, reason))
Result<Decision> decide(const CancelSupply& wish, const Desk& desk);
std::optional<World> world_of(const CancelSupply& wish, store::Rows& rows);

}  // namespace anlan::warehouse
