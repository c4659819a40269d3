#include "dispatch/answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "organisation/queries.hpp"
#include "warehouse/queries.hpp"

namespace anlan::dispatch {

namespace {

Stage stage_of(const DispatchRow& row, const std::vector<LegAnswer>& legs) {
    if (row.closed_at) return Stage::closed;
    if (!row.decided_at) return Stage::asked;
    const auto all = [&](auto member) {
        return std::all_of(legs.begin(), legs.end(), [&](const LegAnswer& each) { return (each.*member).has_value(); });
    };
    if (all(&LegAnswer::receipted_at)) return Stage::arrived;
    return std::any_of(legs.begin(), legs.end(), [](const LegAnswer& each) { return each.handed_at.has_value(); })
               ? Stage::on_the_way
               : Stage::decided;
}

std::vector<LegAnswer> legs_answered(const http::Call& call, store::Rows& rows, const DispatchRow& row) {
    std::vector<LegAnswer> all;
    for (const auto& each : row.sendings) {
        auto found =
            std::find_if(all.begin(), all.end(), [&](const LegAnswer& leg) { return leg.store == each.store; });
        if (found == all.end()) {
            LegAnswer leg;
            leg.store = each.store;
            leg.store_name = each.store_name;
            leg.node_name = organisation::area_name(rows, each.node);
            leg.own = each.node == call.node.area;
            leg.km = each.km;
            leg.minutes = each.minutes;
            if (const auto kept = leg_of(rows, row, each.store)) {
                leg.team = kept->team;
                leg.slip = kept->slip;
                leg.handed_at = kept->handed_at;
                leg.receipted_at = kept->receipted_at;
                leg.receipted_by = kept->receipted_by;
                leg.note = kept->note;
            }
            all.push_back(std::move(leg));
            found = all.end() - 1;
        }
        std::optional<std::int64_t> arrived;
        if (const auto kept = leg_of(rows, row, each.store))
            for (const auto& said : kept->arrived)
                if (said.item == each.item) arrived = said.quantity;
        found->items.push_back({each.item, each.unit, each.grain, each.quantity, arrived});
    }
    return all;
}

}  // namespace

DispatchAnswer answer_of(const http::Call& call, store::Rows& rows, const DispatchRow& row) {
    DispatchAnswer made;
    made.id = row.id;
    made.drill = row.drill;
    made.title = row.title;
    made.site = row.site;
    made.area = row.area;
    made.area_name = organisation::area_name(rows, row.area);
    made.asker_name = organisation::area_name(rows, row.asker);
    made.asked_here = row.asker == call.node.area;
    made.decided_here = row.decided_here;
    made.lon = row.lon;
    made.lat = row.lat;
    made.origin = row.origin;
    made.needed_by = row.needed_by;
    made.asked_at = row.asked_at;
    made.asked_by = row.asked_by;
    made.decided_at = row.decided_at;
    made.out_by = row.out_by;
    made.closed_at = row.closed_at;
    made.decided_by = row.decided_by;
    made.reason = row.reason;
    made.lessons = row.lessons;
    made.below_minimum = row.below_minimum;
    made.cost_fen = row.cost_fen;
    made.legs = legs_answered(call, rows, row);
    made.stage = stage_of(row, made.legs);
    made.late = made.stage < Stage::arrived && row.needed_by < call.now;
    for (const auto& need : row.needs) {
        NeedAnswer each{need.item, need.unit, need.grain, need.quantity, 0, 0, 0};
        for (const auto& leg : made.legs)
            for (const auto& item : leg.items)
                if (item.item == need.item) {
                    each.sent += item.quantity;
                    each.arrived += item.arrived.value_or(0);
                }
        made.needs.push_back(std::move(each));
    }
    for (const auto& slip : warehouse::slips_of_dispatch(rows, row.id))
        for (const auto& line : warehouse::slip_lines(rows, slip.id))
            for (auto& need : made.needs)
                if (need.item == line.item) need.returned += line.usable + line.damaged;
    return made;
}

std::vector<RefillAnswer> refills(const http::Call& call, store::Rows& rows, const DispatchRow& row) {
    std::map<std::pair<std::string, std::string>, RefillAnswer> all;  // by node and item
    for (const auto& slip : warehouse::slips_of_dispatch(rows, row.id))
        for (const auto& line : warehouse::slip_lines(rows, slip.id)) {
            auto& made = all[{slip.node, line.item}];
            made.item = line.item;
            made.used += line.issued - line.usable - line.damaged;
        }
    for (const auto& each : warehouse::shorts(rows, row.world()))
        if (const auto found = all.find({each.node, each.item}); found != all.end())
            found->second.short_of = each.minimum - each.have;
    std::vector<RefillAnswer> list;
    for (auto& [key, each] : all) {
        if (each.used == 0 && each.short_of == 0) continue;
        const auto facts = warehouse::item_facts(rows, each.item);
        each.unit = facts ? facts->unit : "";
        each.grain = facts ? facts->grain : 1;
        each.node_name = key.first.empty() ? call.node.name : organisation::area_name(rows, AreaCode{key.first});
        list.push_back(std::move(each));
    }
    return list;
}

documents::Official pick_list(const DispatchAnswer& dispatch, store::Rows& rows) {
    using documents::Side;
    documents::Official paper;
    paper.frame = documents::Frame::plain;
    paper.urgency = dispatch.drill.empty() ? "" : "演练";
    paper.title = (dispatch.drill.empty() ? "" : "【演练】") + dispatch.title + "调拨拣货单";
    paper.say(fmt::format(
        "送达：{}　送达时限：{}　批准：{}",
        dispatch.site,
        documents::short_time(dispatch.needed_by),
        dispatch.decided_by
    ));
    if (dispatch.below_minimum) paper.say("经批准动用最低储备：" + dispatch.reason);
    for (const auto& leg : dispatch.legs) {
        documents::Table table{
            fmt::format("{}（{}，{:.1f} 公里，约 {} 分钟到）", leg.store_name, leg.team, leg.km, leg.minutes),
            {{"库位", 2}, {"物资", 3}, {"批次", 3}, {"数量", 2, Side::right}, {"实发", 1}},
            {}};
        for (const auto& item : leg.items) {
            auto left = item.quantity;
            // 先到期先出: the batches in the order in which they are taken.
            for (const auto& lot : warehouse::balances(
                     rows, World::stored(dispatch.drill), {.store = leg.store, .item = item.item, .batch = {}}
                 )) {
                const auto take = std::min(left, lot.usable);
                if (take <= 0 || leg.handed_at) continue;
                table.rows.push_back(
                    {lot.location.empty() ? "—" : lot.location,
                     item.item,
                     lot.batch.substr(lot.batch.size() > 8 ? lot.batch.size() - 8 : 0),
                     warehouse::in_units(take, item.grain, item.unit),
                     ""}
                );
                left -= take;
            }
            if (left > 0 || leg.handed_at)
                table.rows.push_back(
                    {"—",
                     item.item,
                     "—",
                     warehouse::in_units(leg.handed_at ? item.quantity : left, item.grain, item.unit),
                     ""}
                );
        }
        paper.show(std::move(table));
        paper.say("发料人签名：　　　　　　领用人签名：　　　　　　时间：");
    }
    return paper;
}

}  // namespace anlan::dispatch
