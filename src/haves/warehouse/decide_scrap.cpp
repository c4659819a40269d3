#include "warehouse/rules.hpp"

namespace anlan::warehouse {

Result<Decision> decide(const AskScrap& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(own_store(desk, wish.store));
    if (wish.quantity <= 0 || wish.quantity > kMostQuantity) return quantity_invalid("quantity");
    const auto batch = batch_row(desk.views, wish.batch);
    if (!batch || !batch->node.empty()) return batch_unknown();
    if (wish.opinion.empty())
        return refuse("opinion_missing", "opinion", "请写明情况和鉴定意见", "say what is wrong with it");
    const auto have = balance_of(desk.views, desk.world, batch->id, wish.store).usable;
    if (have < wish.quantity)
        return refuse(
            "not_enough",
            "quantity",
            "这一批在库只有 " + in_units(have, batch->grain, batch->unit),
            "only " + in_units(have, batch->grain, batch->unit) + " of this batch lie here"
        );
    return journal::decided(journal::event(
        desk.new_id(), ScrapAsked{wish.store, {wish.batch, batch->item, wish.quantity}, wish.kind, wish.opinion, true}
    ));
}

Result<Decision> decide(const DecideScrap& wish, const Desk& desk) {
    const auto scrap = scrap_row(desk.views, wish.scrap.text);
    if (!scrap || !scrap->node.empty()) return refuse("scrap_unknown", "scrap", "没有这张报废单", "no such request");
    if (scrap->decided_at) return refuse("already_decided", "scrap", "这张报废单已经审批", "it is already decided");
    if (!second_person(desk, scrap->asked_by))
        return refuse(
            "second_person_wanted",
            "scrap",
            "申请人不能审批自己的报废单，请站长或另一名保管员审批",
            "whoever asked cannot decide; the station head or another keeper does"
        );
    if (!wish.approved && wish.reason.empty())
        return refuse("reason_missing", "reason", "不同意请写原因（如：已修好）", "say why not, such as: repaired");
    return journal::decided(journal::event(
        scrap->id,
        ScrapDecided{scrap->store, {BatchId{scrap->batch}, scrap->item, scrap->quantity}, wish.approved, wish.reason}
    ));
}

std::optional<World> world_of(const DecideScrap& wish, store::Rows& rows) {
    const auto scrap = scrap_row(rows, wish.scrap.text);
    if (!scrap) return std::nullopt;
    return World::stored(scrap->drill);
}

}  // namespace anlan::warehouse
