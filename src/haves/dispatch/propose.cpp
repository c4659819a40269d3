#include "dispatch/propose.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "geo/distance.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"
#include "registers/queries.hpp"
#include "rescue/queries.hpp"
#include "warehouse/queries.hpp"

namespace anlan::dispatch {

namespace {

constexpr double kProposing_seconds = 2;
constexpr double kFarKm = 500;  // a store whose place nobody has entered is the last to be asked

/// A team that carries: of the store's own node, with supplies among its skills, else the first there is.
std::string team_for(store::Rows& rows, const warehouse::StoreFacts& store) {
    if (store.node.empty()) {
        const auto teams = rescue::teams_of(rows);
        for (const auto& team : teams)
            if (rescue::can(team, "物资") || rescue::can(team, "运输") || rescue::can(team, "抢险")) return team.name;
        return teams.empty() ? "" : teams.front().name;
    }
    return organisation::area_name(rows, AreaCode{store.node}) + "抢险队";
}

struct Stage {
    std::vector<warehouse::StoreFacts> stores;
    std::vector<Depot> depots;
    std::vector<std::vector<std::int64_t>> spare;
    Place place;
};

Stage stage_of(
    store::Rows& rows,
    const DispatchRow& dispatch,
    const std::string& today,
    bool below_minimum,
    const geo::Roads* roads
) {
    Stage stage;
    stage.stores = warehouse::all_stores(rows);
    const Shelves shelves(rows, dispatch.world(), today, dispatch.needs);
    std::map<std::string, std::size_t> nodes;
    std::vector<std::optional<geo::Point>> from;
    for (const auto& store : stage.stores) from.push_back(place_of(rows, store));
    for (const auto& km : road_km(rows, from, {dispatch.lon, dispatch.lat}, roads)) {
        stage.place.km.push_back(km.value_or(kFarKm));
        stage.place.minutes.push_back(travel_minutes(rows, stage.place.km.back()));
    }
    for (const auto& store : stage.stores) {
        const auto [at, is_new] = nodes.emplace(store.node, nodes.size());
        if (is_new) {
            auto& row = stage.spare.emplace_back();
            for (const auto& need : dispatch.needs)
                row.push_back(below_minimum ? need.quantity : shelves.spare_of(store.node, need.item));
        }
        Depot depot{at->second, {}};
        for (const auto& need : dispatch.needs) depot.holds.push_back(shelves.free_in(store.id, need.item));
        stage.depots.push_back(std::move(depot));
    }
    for (const auto& need : dispatch.needs) stage.place.needs.push_back(need.quantity);
    return stage;
}

}  // namespace

std::optional<geo::Point> place_of(store::Rows& rows, const warehouse::StoreFacts& store) {
    if (store.lon && store.lat) return geo::Point{*store.lon, *store.lat};
    const auto area = organisation::area_facts(rows, store.area);
    if (area && area->lon && area->lat) return geo::Point{*area->lon, *area->lat};
    return std::nullopt;
}

std::vector<std::optional<double>> road_km(
    store::Rows& rows, const std::vector<std::optional<geo::Point>>& from, geo::Point site, const geo::Roads* roads
) {
    const auto detour = policy::number(rows, "dispatch.detour");
    std::vector<geo::Point> known;
    for (const auto& each : from)
        if (each) known.push_back(*each);
    std::vector<std::optional<double>> along(known.size());
    if (roads) along = roads->km_to(site, known, geo::Roads::By::car, detour);
    std::vector<std::optional<double>> km;
    std::size_t at = 0;
    for (const auto& each : from) {
        km.emplace_back();
        if (!each) continue;
        const auto& road = along[at++];
        km.back() = road ? *road : geo::metres_between(*each, site) / 1000 * detour;
    }
    return km;
}

std::int64_t travel_minutes(store::Rows& rows, double km) {
    const auto loading = policy::seconds(rows, "dispatch.loading").count() / 60;
    return loading + static_cast<std::int64_t>(std::ceil(km / policy::number(rows, "dispatch.speed") * 60));
}

Shelves::Shelves(store::Rows& rows, const World& world, const std::string& today, const std::vector<Need>& needs) {
    for (const auto& each : warehouse::available(rows, world, today)) {
        const bool needed = std::any_of(needs.begin(), needs.end(), [&](const Need& n) { return n.item == each.item; });
        if (!needed) continue;
        const auto free = each.usable - promised(rows, world, each.store, each.item);
        of_store_[each.store][each.item] += free;
        of_node_[each.node][each.item] += free;
        if (!least_.contains(each.node)) least_[each.node] = warehouse::least_of(rows, each.node);
    }
}

namespace {

std::int64_t found_in(
    const std::map<std::string, std::map<std::string, std::int64_t>>& all,
    const std::string& whose,
    const std::string& item
) {
    const auto row = all.find(whose);
    if (row == all.end()) return 0;
    const auto found = row->second.find(item);
    return found == row->second.end() ? 0 : found->second;
}

}  // namespace

std::int64_t Shelves::free_in(const std::string& store, const std::string& item) const {
    return std::max<std::int64_t>(0, found_in(of_store_, store, item));
}

std::int64_t Shelves::spare_of(const std::string& node, const std::string& item) const {
    return std::max<std::int64_t>(0, found_in(of_node_, node, item) - found_in(least_, node, item));
}

SendProposal propose(
    store::Rows& rows,
    const DispatchRow& dispatch,
    const journal::NodeFacts& here,
    Instant now,
    bool below_minimum,
    const optimise::Solver& solver,
    const geo::Roads* roads
) {
    const auto today = to_local(now).substr(0, 10);
    const auto stage = stage_of(rows, dispatch, today, below_minimum, roads);
    const auto made = allot(stage.depots, stage.spare, {stage.place}, solver, kProposing_seconds);
    SendProposal proposal;
    proposal.below_minimum = below_minimum;
    proposal.by_road = roads != nullptr;
    proposal.km = made.km;
    proposal.gap_percent = made.gap_percent();
    proposal.seconds = made.seconds;
    proposal.proven = made.proven;
    proposal.latest_minutes = made.latest_minutes.empty() ? 0 : made.latest_minutes.front();
    for (const auto& sent : made.sent) {
        const auto& store = stage.stores[sent.depot];
        const auto& need = dispatch.needs[sent.item];
        proposal.sendings.push_back(
            {store.id,
             store.name,
             store.node.empty() ? here.area : AreaCode{store.node},
             need.item,
             need.unit,
             need.grain,
             sent.quantity,
             team_for(rows, store),
             stage.place.km[sent.depot],
             stage.place.minutes[sent.depot]}
        );
    }
    std::stable_sort(proposal.sendings.begin(), proposal.sendings.end(), [](const Sending& a, const Sending& b) {
        return a.minutes != b.minutes ? a.minutes < b.minutes : a.store < b.store;
    });
    for (std::size_t i = 0; i < dispatch.needs.size() && !made.unmet.empty(); ++i)
        if (made.unmet.front()[i] > 0) {
            const auto& need = dispatch.needs[i];
            proposal.missing.push_back({need.item, need.unit, need.grain, made.unmet.front()[i]});
        }
    return proposal;
}

}  // namespace anlan::dispatch
