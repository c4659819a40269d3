#include <algorithm>
#include <map>
#include <set>

#include "dispatch/commands.hpp"
#include "dispatch/propose.hpp"
#include "dispatch/rules.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"
#include "warehouse/queries.hpp"

namespace anlan::dispatch {

namespace {

constexpr std::chrono::hours kUsualWait{2};
constexpr std::size_t kMostNeeds = 60;

Result<std::vector<Need>> needs_of(const AskSupplies& wish, const Desk& desk) {
    if (wish.needs.empty()) return refuse("nothing_needed", "needs", "请填写需要的物资", "say what is needed");
    if (wish.needs.size() > kMostNeeds)
        return refuse("nothing_needed", "needs", "一次最多 60 种", "at most 60 items at a time");
    std::vector<Need> needs;
    for (const auto& each : wish.needs) {
        const auto item = warehouse::item_facts(desk.views, each.item);
        if (!item)
            return refuse("item_unknown", "needs", "品目表里没有“" + each.item + "”", "no such item: " + each.item);
        if (each.quantity <= 0)
            return refuse(
                "quantity_invalid", "needs", "数量应为大于零的整数", "a quantity is a whole number above zero"
            );
        const auto same = std::find_if(needs.begin(), needs.end(), [&](const Need& n) { return n.item == item->name; });
        if (same == needs.end())
            needs.push_back({item->name, item->unit, item->grain, each.quantity});
        else
            same->quantity += each.quantity;
    }
    return needs;
}

/// Of one choice: the store, and how much the dispatch still wants of the item.
Result<Sending> sending_of(const Desk& desk, const DispatchRow& dispatch, const SendChosen& chosen) {
    const auto store = warehouse::store_facts(desk.views, chosen.store);
    if (!store) return refuse("store_unknown", "sends", "没有这个仓库", "there is no such store");
    const auto need = std::find_if(dispatch.needs.begin(), dispatch.needs.end(), [&](const Need& each) {
        return each.item == chosen.item;
    });
    if (need == dispatch.needs.end())
        return refuse("item_not_needed", "sends", "没有申请“" + chosen.item + "”", "nobody asked for " + chosen.item);
    if (chosen.quantity <= 0)
        return refuse("quantity_invalid", "sends", "数量应为大于零的整数", "a quantity is a whole number above zero");
    Sending made;
    made.store = store->id;
    made.store_name = store->name;
    made.node = store->node.empty() ? desk.node.area : AreaCode{store->node};
    made.item = need->item;
    made.unit = need->unit;
    made.grain = need->grain;
    made.quantity = chosen.quantity;
    made.team = chosen.team;
    auto km = chosen.km;
    if (!km) km = road_km(desk.views, {place_of(desk.views, *store)}, {dispatch.lon, dispatch.lat}, nullptr).front();
    if (km) {
        made.km = *km;
        made.minutes = travel_minutes(desk.views, made.km);
    }
    return made;
}

struct Sums {
    std::map<std::string, std::int64_t> of_item;
    std::map<std::pair<std::string, std::string>, std::int64_t> of_store, of_node;
};

Result<void> check_sums(
    const Desk& desk, const DispatchRow& dispatch, const std::vector<Sending>& sendings, const DecideDispatch& wish
) {
    Sums sums;
    for (const auto& each : sendings) {
        sums.of_item[each.item] += each.quantity;
        sums.of_store[{each.store, each.item}] += each.quantity;
        sums.of_node[{each.node == desk.node.area ? "" : each.node.text, each.item}] += each.quantity;
    }
    for (const auto& need : dispatch.needs)
        if (sums.of_item[need.item] > need.quantity)
            return refuse(
                "more_than_needed",
                "sends",
                "“" + need.item + "”只需要 " + warehouse::in_units(need.quantity, need.grain, need.unit),
                "only " + warehouse::in_units(need.quantity, need.grain, need.unit) + " of " + need.item + " is needed"
            );
    const auto today = to_local(desk.now).substr(0, 10);
    const Shelves shelves(desk.views, dispatch.world(), today, dispatch.needs);
    for (const auto& [key, quantity] : sums.of_store)
        if (shelves.free_in(key.first, key.second) < quantity)
            return refuse(
                "not_enough",
                "sends",
                warehouse::store_facts(desk.views, key.first)->name + "的“" + key.second +
                    "”不够（已领出或已许给别处），请重新生成方案",
                "the store no longer has enough of " + key.second + "; ask for a new proposal"
            );
    for (const auto& [key, quantity] : sums.of_node) {
        if (wish.below_minimum || quantity <= shelves.spare_of(key.first, key.second)) continue;
        const auto name = key.first.empty() ? desk.node.name : organisation::area_name(desk.views, AreaCode{key.first});
        return refuse(
            "minimum_broken",
            "below_minimum",
            name + "的“" + key.second + "”将低于其最低储备；确需动用请勾选批准并写明理由",
            name + " would fall below its own minimum of " + key.second + "; approve it with a reason if it must be"
        );
    }
    return done();
}

}  // namespace

Result<Decision> decide(const AskSupplies& wish, const Desk& desk) {
    if (wish.title.empty()) return refuse("title_missing", "title", "请写明用于什么", "say what it is for");
    if (wish.site.empty()) return refuse("site_missing", "site", "请写明送到哪里", "say where to");
    const auto area = wish.area.text.empty() ? desk.node.area : wish.area;
    if (!desk.node.area.contains(area))
        return refuse("not_yours", "area", "只能为本辖区申请", "for your own area only");
    const auto facts = organisation::area_facts(desk.views, area);
    const auto lon = wish.lon ? wish.lon : facts ? facts->lon : std::nullopt;
    const auto lat = wish.lat ? wish.lat : facts ? facts->lat : std::nullopt;
    if (!lon || !lat)
        return refuse("place_missing", "lon", "请在地图上标出送达地点", "mark the place of delivery on the map");
    BOOST_OUTCOME_TRY(auto needs, needs_of(wish, desk));
    const auto needed_by = wish.needed_by.value_or(desk.now + kUsualWait);
    if (needed_by <= desk.now)
        return refuse("deadline_past", "needed_by", "送达时限已过，请改晚一些", "that time is already over");
    return journal::decided(journal::event(
        desk.new_id(),
        SuppliesAsked{
            wish.title,
            wish.site,
            area,
            desk.node.area,
            *lon,
            *lat,
            wish.origin,
            needed_by,
            std::move(needs),
            title_of(desk)}
    ));
}

Result<Decision> decide(const DecideDispatch& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto dispatch, known_dispatch(desk, wish.dispatch));
    if (dispatch.decided_at)
        return refuse("already_decided", "dispatch", "这次调拨已经下达", "this dispatch is already decided");
    if (wish.sends.empty()) return refuse("nothing_sent", "sends", "请选择由哪些仓库调出", "choose which stores send");
    std::vector<Sending> sendings;
    for (const auto& chosen : wish.sends) {
        BOOST_OUTCOME_TRY(auto made, sending_of(desk, dispatch, chosen));
        sendings.push_back(std::move(made));
    }
    if (wish.below_minimum && wish.reason.empty())
        return refuse("reason_missing", "reason", "动用最低储备请写明理由", "say why the minimum may be used");
    BOOST_OUTCOME_TRYV(check_sums(desk, dispatch, sendings, wish));
    DispatchDecided decided{
        dispatch.title,
        dispatch.site,
        dispatch.area,
        dispatch.asker,
        dispatch.needed_by,
        desk.now + policy::seconds(desk.views, "store.dispatch_out"),
        dispatch.needs,
        std::move(sendings),
        wish.below_minimum,
        wish.reason,
        title_of(desk)};
    auto event = journal::event(dispatch.id, decided);
    std::set<AreaCode> others{dispatch.asker};
    for (const auto& each : decided.sendings) others.insert(each.node);
    others.erase(desk.node.area);
    event.to.assign(others.begin(), others.end());
    return journal::decided(std::move(event));
}

std::optional<World> world_of(const DecideDispatch& wish, store::Rows& rows) {
    return world_of_dispatch(rows, wish.dispatch);
}

}  // namespace anlan::dispatch
