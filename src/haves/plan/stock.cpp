#include "plan/stock.hpp"

#include "organisation/queries.hpp"
#include "rescue/queries.hpp"
#include "shelter/queries.hpp"
#include "warehouse/queries.hpp"

namespace anlan::plan {

void add_stock(store::Rows& rows, const AreaCode& area, Roster& roster) {
    const auto today = to_local(roster.now).substr(0, 10);
    for (const auto& each : warehouse::stock_rows(rows))
        if (each.expires.empty() || each.expires >= today) roster.stock[each.item] += each.quantity;
    for (const auto& team : rescue::teams_of(rows)) {
        roster.team_kinds.insert(team.kind);
        roster.team_kinds.insert(team.name);
        for (const auto& name : {team.kind, team.name}) roster.team_members[name] += static_cast<double>(team.members);
    }
    std::set<std::string> sheltered;
    for (const auto& each : shelter::shelters_of(rows, area)) {
        const auto name = organisation::area_name(rows, each.area);
        roster.shelter_places[name] += each.capacity;
        sheltered.insert(name);
        if (each.keeper.empty()) roster.shelters_without_keeper.push_back(each.name);
    }
    for (const auto& village : roster.villages)
        if (!sheltered.contains(village)) roster.villages_without_shelter.push_back(village);
}

}  // namespace anlan::plan
