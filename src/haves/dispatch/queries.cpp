#include "dispatch/queries.hpp"

#include <algorithm>
#include <map>

#include "warehouse/queries.hpp"
#include "warehouse/supply_queries.hpp"

namespace anlan::dispatch {

namespace {

using ByItem = std::map<std::string, SpentItem>;

void add_slip(store::Rows& rows, const warehouse::SlipRow& slip, ByItem& all) {
    for (const auto& line : warehouse::slip_lines(rows, slip.id)) {
        auto& made = all[line.item];
        made.issued += line.issued;
        made.returned += line.usable + line.damaged;
    }
}

/// What a store whose books are not here has sent.
void add_leg(const DispatchRow& dispatch, const LegRow& leg, ByItem& all) {
    for (const auto& each : dispatch.sendings)
        if (each.store == leg.store) all[each.item].issued += each.quantity;
}

void add_dispatch(store::Rows& rows, const DispatchRow& dispatch, Spent& spent, ByItem& all) {
    ++spent.dispatches;
    spent.cost_fen += dispatch.cost_fen + warehouse::supply_cost_fen(rows, dispatch.id);
    if (!dispatch.lessons.empty()) spent.lessons.push_back(dispatch.lessons);
    const auto slips = warehouse::slips_of_dispatch(rows, dispatch.id);
    for (const auto& slip : slips) add_slip(rows, slip, all);
    for (const auto& leg : legs_of(rows, dispatch)) {
        const bool booked = std::any_of(slips.begin(), slips.end(), [&](const warehouse::SlipRow& slip) {
            return slip.store == leg.store;
        });
        if (booked || !leg.handed_at) continue;
        add_leg(dispatch, leg, all);
        spent.elsewhere = true;
    }
}

}  // namespace

Spent spent_on(store::Rows& rows, const World& world, const std::string& origin) {
    Spent spent;
    if (origin.empty()) return spent;
    ByItem all;
    for (const auto& dispatch : dispatches_for(rows, world, origin)) add_dispatch(rows, dispatch, spent, all);
    for (const auto& slip : warehouse::slips_for(rows, world, origin))
        if (slip.dispatch.empty()) add_slip(rows, slip, all);
    std::map<std::string, std::int64_t> lacking;
    for (const auto& each : warehouse::shorts(rows, world))
        if (each.node.empty()) lacking[each.item] = each.minimum - each.have;
    for (auto& [item, each] : all) {
        const auto facts = warehouse::item_facts(rows, item);
        each.item = item;
        each.unit = facts ? facts->unit : "";
        each.grain = facts ? facts->grain : 1;
        each.used = each.issued - each.returned;
        if (const auto found = lacking.find(item); found != lacking.end()) each.short_of = found->second;
        spent.items.push_back(std::move(each));
    }
    return spent;
}

}  // namespace anlan::dispatch
