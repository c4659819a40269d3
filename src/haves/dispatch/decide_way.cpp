#include <algorithm>
#include <map>
#include <set>

#include "dispatch/commands.hpp"
#include "dispatch/rules.hpp"
#include "organisation/queries.hpp"
#include "warehouse/commands.hpp"
#include "warehouse/queries.hpp"

namespace anlan::dispatch {

namespace {

Refusal not_decided() {
    return refuse("not_decided", "dispatch", "这次调拨还没有下达", "this dispatch has not been decided yet");
}

/// What arrived of what a store sent: as said, or all of it.
Result<std::vector<Arrived>> arrived_of(const std::vector<Sending>& sent, const ReceiptSupplies& wish) {
    std::vector<Arrived> all;
    bool less = false;
    for (const auto& each : sent) {
        auto quantity = each.quantity;
        for (const auto& said : wish.arrived)
            if (said.item == each.item) quantity = said.quantity;
        if (quantity < 0 || quantity > each.quantity)
            return refuse(
                "quantity_invalid",
                "arrived",
                "“" + each.item + "”发出 " + warehouse::in_units(each.quantity, each.grain, each.unit) +
                    "，实收不能更多",
                "no more of " + each.item + " can arrive than was sent"
            );
        less = less || quantity < each.quantity;
        all.push_back({each.item, quantity});
    }
    for (const auto& said : wish.arrived)
        if (std::none_of(sent.begin(), sent.end(), [&](const Sending& each) { return each.item == said.item; }))
            return refuse("item_not_sent", "arrived", "没有发出“" + said.item + "”", said.item + " was not sent");
    if (less && wish.note.empty())
        return refuse("note_missing", "note", "实收少于发出，请写明情况", "less arrived than was sent: say why");
    return all;
}

std::vector<Sending> of_store(std::vector<Sending> all, const std::string& store) {
    std::erase_if(all, [&](const Sending& each) { return each.store != store; });
    return all;
}

}  // namespace

std::string title_of(const journal::Desk& desk) {
    for (const auto& post : organisation::posts_held_by(desk.views, desk.person()))
        if (desk.node.area.contains(post.area)) return post.title;
    return "值班室";
}

Result<DispatchRow> known_dispatch(const journal::Desk& desk, const DispatchId& id) {
    auto found = dispatch_row(desk.views, id);
    if (!found) return refuse("dispatch_unknown", "dispatch", "没有这次调拨", "there is no such dispatch");
    return std::move(*found);
}

std::optional<World> world_of_dispatch(store::Rows& rows, const DispatchId& id) {
    const auto found = dispatch_row(rows, id);
    if (!found) return std::nullopt;
    return found->world();
}

Result<Decision> decide(const HandOverSupplies& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto dispatch, known_dispatch(desk, wish.dispatch));
    if (!dispatch.decided_at) return not_decided();
    const auto sent = of_store(dispatch.sendings, wish.store);
    if (sent.empty() || sent.front().node != desk.node.area)
        return refuse("store_not_sending", "store", "这次调拨不从这个仓库发出", "this store sends nothing here");
    const auto leg = leg_of(desk.views, dispatch, wish.store);
    if (leg && leg->handed_at)
        return refuse("already_handed_over", "store", "这个仓库已经发出", "this store has handed over already");
    warehouse::IssueStock issue;
    issue.store = wish.store;
    issue.use = warehouse::IssueUse::emergency;
    issue.purpose = dispatch.title + "，送 " + dispatch.site;
    issue.ordered_by = dispatch.decided_by + "调拨";
    issue.receiver = wish.team.empty() ? sent.front().team : wish.team;
    if (issue.receiver.empty()) issue.receiver = dispatch.site;
    issue.origin = dispatch.origin;
    issue.dispatch = dispatch.id;
    issue.signature = wish.photo;
    for (const auto& each : sent) issue.wanted.push_back({{}, each.item, each.quantity});
    // 出库凭证: the slip and the hand-over are one commit; nothing leaves the store without both.
    BOOST_OUTCOME_TRY(auto slip, warehouse::decide(issue, desk));
    slip.events.push_back(journal::event(dispatch.id, SuppliesHandedOver{wish.store, slip.subject, issue.receiver}));
    slip.answer = {{"slip", slip.subject}};
    slip.subject = dispatch.id;
    return slip;
}

Result<Decision> decide(const ReceiptSupplies& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto dispatch, known_dispatch(desk, wish.dispatch));
    if (!dispatch.decided_at) return not_decided();
    if (dispatch.asker != desk.node.area && !dispatch.decided_here)
        return refuse("dispatch_unknown", "dispatch", "不是送到本地的物资", "these supplies do not come here");
    const auto leg = leg_of(desk.views, dispatch, wish.store);
    if (!leg || !leg->handed_at)
        return refuse("not_handed_over", "store", "这个仓库还没有发出", "this store has not handed over yet");
    if (leg->receipted_at)
        return refuse("already_receipted", "store", "这一车已经签收", "this has been receipted already");
    BOOST_OUTCOME_TRY(auto arrived, arrived_of(of_store(dispatch.sendings, wish.store), wish));
    return journal::decided(journal::event(
        dispatch.id, SuppliesReceipted{wish.store, std::move(arrived), title_of(desk), wish.note, wish.photo}
    ));
}

Result<Decision> decide(const CloseDispatch& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto dispatch, known_dispatch(desk, wish.dispatch));
    if (!dispatch.decided_at) return not_decided();
    if (dispatch.closed_at) return refuse("already_closed", "dispatch", "已经办结", "it is closed already");
    if (wish.cost_fen < 0) return refuse("cost_invalid", "cost_fen", "费用不能是负数", "the cost cannot be below zero");
    const auto legs = legs_of(desk.views, dispatch);
    if (std::any_of(legs.begin(), legs.end(), [](const LegRow& leg) { return !leg.receipted_at; }))
        return refuse("under_way", "dispatch", "还有物资没有签收，暂不能办结", "not everything has been receipted yet");
    auto event = journal::event(dispatch.id, DispatchClosed{wish.lessons, wish.cost_fen});
    std::set<AreaCode> others{dispatch.asker};
    for (const auto& each : dispatch.sendings) others.insert(each.node);
    others.erase(desk.node.area);
    event.to.assign(others.begin(), others.end());
    return journal::decided(std::move(event));
}

Result<Decision> decide(const RelayDispatch& wish, const Desk& desk) {
    const auto dispatch = dispatch_row(desk.views, wish.dispatch);
    if (!dispatch || !dispatch->decided_here) return Decision{{}, wish.dispatch.text, {}};
    std::set<AreaCode> others{dispatch->asker};
    for (const auto& each : dispatch->sendings) others.insert(each.node);
    others.erase(desk.node.area);
    others.erase(wish.from);
    if (others.empty()) return Decision{{}, dispatch->id, {}};
    auto event = journal::event(dispatch->id, wish.word);
    event.to.assign(others.begin(), others.end());
    return journal::decided(std::move(event));
}

std::optional<World> world_of(const HandOverSupplies& wish, store::Rows& rows) {
    return world_of_dispatch(rows, wish.dispatch);
}
std::optional<World> world_of(const ReceiptSupplies& wish, store::Rows& rows) {
    return world_of_dispatch(rows, wish.dispatch);
}
std::optional<World> world_of(const CloseDispatch& wish, store::Rows& rows) {
    return world_of_dispatch(rows, wish.dispatch);
}

}  // namespace anlan::dispatch
