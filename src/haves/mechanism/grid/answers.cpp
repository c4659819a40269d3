#include "grid/answers.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "organisation/queries.hpp"

namespace anlan::grid {

namespace {

constexpr std::chrono::hours kMonth{30 * 24};
constexpr std::int64_t kMost = 2000;

GridMemberAnswer member_answer(store::Rows& rows, const GridMember& member, Instant now) {
    return {
        member.person,
        organisation::person_name(rows, member.person),
        organisation::phone_masked(rows, member.person),
        member.role,
        member.deputy,
        absence_of(rows, member.person, now),
        away_until(rows, member.person, now)};
}

PatrolAnswer patrol_answer(store::Rows& rows, const PatrolFacts& patrol, const std::string& grid_name, Instant now) {
    return {
        patrol.id.text,
        patrol.grid.text,
        grid_name,
        patrol.title,
        patrol.stops,
        patrol.every_days,
        patrol.owner,
        organisation::person_name(rows, patrol.round_due ? patrol.round_owner : patrol.owner),
        patrol.next_at,
        patrol.round_due,
        patrol.walked_at,
        organisation::person_name(rows, patrol.walked_by),
        patrol.round_due && now > *patrol.round_due,
        patrol.rounds};
}

GridAnswer grid_answer(store::Rows& rows, const GridFacts& grid, std::int64_t open, Instant now) {
    GridAnswer made{
        grid.id.text,
        grid.name,
        grid.area,
        organisation::area_name(rows, grid.area),
        grid.outline,
        {},
        gap_of(rows, grid, now),
        open,
        {}};
    for (const auto& member : grid.members) made.members.push_back(member_answer(rows, member, now));
    for (const auto& patrol : patrols_of(rows, grid.id))
        made.patrols.push_back(patrol_answer(rows, patrol, grid.name, now));
    return made;
}

/// Villages on which no grid was drawn; who has drawn none at all does not work by grids yet.
std::vector<BlankArea> blank_of(store::Rows& rows, const AreaCode& node, const std::vector<GridFacts>& grids) {
    std::vector<BlankArea> blank;
    for (const auto& area : organisation::areas_below(rows, node)) {
        if (area.code == node || area.code.level() != Level::village || grids.empty()) continue;
        const bool drawn =
            std::any_of(grids.begin(), grids.end(), [&](const auto& grid) { return grid.area == area.code; });
        if (!drawn) blank.push_back({area.code, area.name});
    }
    return blank;
}

void add_below(store::Rows& rows, const World& world, Instant now, GridBoard& board) {
    std::map<AreaCode, GridsBelow> below;
    const auto of = [&](const AreaCode& node) -> GridsBelow& {
        const auto [at, fresh] = below.try_emplace(node);
        if (fresh) at->second = {node, organisation::area_name(rows, node), 0, 0, 0, 0, 0};
        return at->second;
    };
    for (const auto& grid : grids_below(rows)) {
        auto& sum = of(AreaCode{grid.node});
        ++sum.grids;
        sum.people += grid.people;
        sum.nobody += grid.people == 0;
        board.ground_below.push_back({AreaCode{grid.node}, grid.name, grid.outline, grid.people == 0});
    }
    for (const auto& counts : reports_below(rows, world, now - kMonth)) {
        auto& sum = of(counts.node);
        sum.reports = counts.total;
        sum.open = counts.open;
    }
    for (auto& [node, sum] : below) board.below.push_back(std::move(sum));
}

}  // namespace

GridBoard board_of(store::Rows& rows, const journal::NodeFacts& node, const World& world, Instant now) {
    GridBoard board;
    std::map<GridId, std::int64_t> open;
    for (const auto& report : find_reports(rows, world, true, kMost)) ++open[report.grid];
    const auto grids = own_grids(rows);
    for (const auto& grid : grids) board.grids.push_back(grid_answer(rows, grid, open[grid.id], now));
    board.blank = blank_of(rows, node.area, grids);
    add_below(rows, world, now, board);
    return board;
}

FieldWork field_work_of(store::Rows& rows, const PersonId& person, Instant now) {
    FieldWork work;
    for (const auto& grid : grids_of(rows, person)) {
        work.grids.push_back(grid.name);
        for (const auto& patrol : patrols_of(rows, grid.id))
            work.patrols.push_back(patrol_answer(rows, patrol, grid.name, now));
    }
    for (const auto& report : reports_by(rows, person, 20)) {
        auto answer = answer_of(rows, report, now);
        answer.reporter_phone.clear();
        work.reports.push_back(std::move(answer));
    }
    work.kinds = kinds();
    return work;
}

}  // namespace anlan::grid
