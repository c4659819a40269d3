#include "warehouse/rules.hpp"
#include "warehouse/supply_commands.hpp"
#include "warehouse/supply_queries.hpp"

namespace anlan::warehouse {

namespace {

Result<SupplyRow> open_supply(const Desk& desk, const SupplyId& id) {
    auto supply = supply_row(desk.views, id);
    if (!supply)
        return refuse("supply_unknown", "supply", "没有这张协议调货单", "there is no such order to a supplier");
    if (supply->ended_at)
        return refuse("supply_ended", "supply", "这张调货单已到货或已取消", "it has come already, or was called off");
    return std::move(*supply);
}

std::optional<World> world_of_supply(const SupplyId& id, store::Rows& rows) {
    const auto supply = supply_row(rows, id);
    if (!supply) return std::nullopt;
    return World::stored(supply->drill);
}

}  // namespace

Result<Decision> decide(const OrderSupply& wish, const Desk& desk) {
    const auto agreement = agreement_facts(desk.views, wish.agreement);
    if (!agreement)
        return refuse("agreement_unknown", "agreement", "名册里没有这份储备协议", "no such agreement on the list");
    if (agreement->valid_to < today(desk))
        return refuse(
            "agreement_over",
            "agreement",
            "与“" + agreement->supplier + "”的协议已于 " + agreement->valid_to + " 到期，请续签或另选企业",
            "the agreement with " + agreement->supplier + " ended on " + agreement->valid_to +
                "; renew it or choose another"
        );
    const auto item = item_facts(desk.views, wish.item);
    if (!item)
        return refuse(
            "item_unknown", "item", "品目表里没有“" + wish.item + "”，请先登记品目", "no such item: " + wish.item
        );
    if (!agreement->covers(*item))
        return refuse(
            "item_not_agreed",
            "item",
            "协议里没有“" + item->name + "”，只有：" + agreement->items,
            item->name + " is not among what was agreed: " + agreement->items
        );
    if (wish.quantity <= 0 || wish.quantity > kMostQuantity) return quantity_invalid("quantity");
    BOOST_OUTCOME_TRYV(own_store(desk, wish.store));
    if (wish.purpose.empty()) return refuse("purpose_missing", "purpose", "请写明用途", "say what it is for");
    return journal::decided(journal::event(
        desk.new_id(),
        SupplyOrdered{
            agreement->id,
            agreement->supplier,
            item->name,
            item->unit,
            item->grain,
            wish.quantity,
            wish.store,
            wish.purpose,
            wish.origin,
            wish.dispatch,
            desk.now + std::chrono::minutes{agreement->minutes}}
    ));
}

Result<Decision> decide(const TakeSupply& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto supply, open_supply(desk, wish.supply));
    if (wish.cost_fen < 0) return refuse("cost_invalid", "cost_fen", "费用不能小于零", "the cost cannot be below zero");
    if (wish.arrived != supply.quantity && wish.note.empty())
        return refuse(
            "note_missing",
            "note",
            "到货数与订货数（" + in_units(supply.quantity, supply.grain, supply.unit) + "）不同，请写明原因",
            "it differs from what was ordered (" + in_units(supply.quantity, supply.grain, supply.unit) + "); say why"
        );
    ReceiveStock receiving;
    receiving.store = supply.store;
    receiving.item = supply.item;
    receiving.quantity = wish.arrived;
    receiving.supplier = supply.supplier;
    receiving.contract = supply.agreement;
    receiving.expires_on = wish.expires_on;
    receiving.lot = wish.lot;
    receiving.location = wish.location;
    BOOST_OUTCOME_TRY(auto decision, decide(receiving, desk));
    const BatchId batch{decision.subject};
    decision.events.push_back(journal::event(supply.id, SupplyEnded{wish.arrived, wish.cost_fen, batch, wish.note}));
    return decision;
}

Result<Decision> decide(const CancelSupply& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto supply, open_supply(desk, wish.supply));
    if (wish.reason.empty()) return refuse("reason_missing", "reason", "请写取消原因", "say why it is called off");
    return journal::decided(journal::event(supply.id, SupplyEnded{0, 0, {}, wish.reason}));
}

std::optional<World> world_of(const TakeSupply& wish, store::Rows& rows) {
    return world_of_supply(wish.supply, rows);
}
std::optional<World> world_of(const CancelSupply& wish, store::Rows& rows) {
    return world_of_supply(wish.supply, rows);
}

}  // namespace anlan::warehouse
