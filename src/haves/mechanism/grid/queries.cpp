#include "grid/queries.hpp"

#include <algorithm>

#include "geo/region.hpp"

namespace anlan::grid {

namespace {

std::string grids(std::string_view rest) {
    return "SELECT node, id, name, area, outline, members, people, drawn_at FROM grid WHERE retired_at IS NULL AND " +
           std::string(rest);
}

std::string patrols(std::string_view rest) {
    return "SELECT id, grid, title, stops, every_days, owner, next_at, round, round_due, round_owner, walked_at, "
           "walked_by, rounds FROM patrol WHERE stopped_at IS NULL AND " +
           std::string(rest);
}

std::string reports(std::string_view rest) {
    return "SELECT id, drill, node, grid, area, kind, severity, words, place, lon, lat, outside, photo, found_at, at, "
           "reporter, patrol, state, owner, owner_title, due, incident, handled_by, handled_words, handled_photo, "
           "answer, ending, closed_at FROM grid_report " +
           std::string(rest);
}

bool has(const GridFacts& grid, const PersonId& person) {
    return std::any_of(grid.members.begin(), grid.members.end(), [&](const GridMember& each) {
        return each.person == person;
    });
}

geo::Ring ring_of(const std::vector<Corner>& outline) {
    geo::Ring ring;
    for (const auto& corner : outline) ring.push_back({corner.lon, corner.lat});
    return ring;
}

}  // namespace

std::optional<GridFacts> find_grid(store::Rows& rows, const GridId& id) {
    return rows.first<GridFacts>(grids("node = '' AND id = :i"), id);
}

std::vector<GridFacts> own_grids(store::Rows& rows) {
    return rows.select<GridFacts>(grids("node = '' ORDER BY area, name, id"));
}

std::vector<GridFacts> grids_below(store::Rows& rows) {
    return rows.select<GridFacts>(grids("node <> '' ORDER BY node, area, name, id"));
}

std::vector<GridFacts> grids_of(store::Rows& rows, const PersonId& person) {
    auto all = own_grids(rows);
    std::erase_if(all, [&](const GridFacts& grid) { return !has(grid, person); });
    return all;
}

std::optional<GridFacts> grid_at(store::Rows& rows, double lon, double lat) {
    for (auto& grid : own_grids(rows)) {
        const geo::Region ground({{ring_of(grid.outline)}});
        if (ground.meets(geo::Ring{{lon, lat}})) return std::move(grid);
    }
    return std::nullopt;
}

std::optional<Instant> away_until(store::Rows& rows, const PersonId& person, Instant now) {
    return rows.value<Instant>("SELECT until_at FROM grid_away WHERE person = :p AND until_at > :n", person, now);
}

std::optional<Instant> last_sign(store::Rows& rows, const PersonId& person) {
    return rows.value<Instant>("SELECT at FROM grid_sign WHERE person = :p", person);
}

std::optional<PatrolFacts> find_patrol(store::Rows& rows, const PatrolId& id) {
    return rows.first<PatrolFacts>(patrols("id = :i"), id);
}

std::vector<PatrolFacts> patrols_of(store::Rows& rows, const GridId& grid) {
    return rows.select<PatrolFacts>(patrols("grid = :g ORDER BY title, id"), grid);
}

std::vector<RoundFacts> rounds_of(store::Rows& rows, const PatrolId& patrol, std::int64_t limit) {
    return rows.select<RoundFacts>(
        "SELECT seq, round, walked_at, actor, findings, wrong FROM patrol_round WHERE patrol = :p "
        "ORDER BY seq DESC LIMIT :l",
        patrol,
        limit
    );
}

bool round_known(store::Rows& rows, const PatrolId& patrol, const std::string& key) {
    return !key.empty() &&
           rows.value<std::int64_t>("SELECT seq FROM patrol_round WHERE patrol = :p AND key = :k", patrol, key);
}

std::optional<ReportFacts> find_report(store::Rows& rows, const ReportId& id) {
    return rows.first<ReportFacts>(reports("WHERE id = :i"), id);
}

std::optional<ReportFacts> report_of_incident(store::Rows& rows, const std::string& incident) {
    return rows.first<ReportFacts>(reports("WHERE incident = :i AND state = 'incident'"), incident);
}

std::optional<ReportId> report_of_key(store::Rows& rows, const std::string& key, const PersonId& reporter) {
    if (key.empty()) return std::nullopt;
    const auto found = rows.value<std::string>(
        "SELECT id FROM grid_report WHERE key = :k AND reporter = :p AND node = ''", key, reporter
    );
    if (!found) return std::nullopt;
    return ReportId{*found};
}

std::vector<ReportFacts> find_reports(store::Rows& rows, const World& world, bool open_only, std::int64_t limit) {
    return rows.select<ReportFacts>(
        reports("WHERE drill = :d AND (:o = 0 OR state <> 'closed') ORDER BY at DESC, id DESC LIMIT :l"),
        world.text(),
        open_only,
        limit
    );
}

std::vector<ReportFacts> reports_by(store::Rows& rows, const PersonId& reporter, std::int64_t limit) {
    return rows.select<ReportFacts>(
        reports("WHERE reporter = :p AND node = '' ORDER BY at DESC, id DESC LIMIT :l"), reporter, limit
    );
}

std::optional<World> world_of_report(store::Rows& rows, const ReportId& id) {
    const auto drill = rows.value<std::string>("SELECT drill FROM grid_report WHERE id = :i", id);
    if (!drill) return std::nullopt;
    return World::stored(*drill);
}

std::vector<StepFacts> steps_of(store::Rows& rows, const ReportId& id) {
    return rows.select<StepFacts>(
        "SELECT at, actor, what, who, words FROM grid_step WHERE report = :r ORDER BY seq", id
    );
}

std::vector<BelowCounts> reports_below(store::Rows& rows, const World& world, Instant since) {
    return rows.select<BelowCounts>(
        "SELECT node, COUNT(*), SUM(CASE WHEN closed_at IS NULL THEN 1 ELSE 0 END) FROM grid_report_below "
        "WHERE drill = :d AND at >= :s GROUP BY node ORDER BY node",
        world.text(),
        since
    );
}

}  // namespace anlan::grid
