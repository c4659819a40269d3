#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/world.hpp"
#include "grid/kinds.hpp"
#include "grid/report_events.hpp"
#include "store/rows.hpp"

/// What is known of grids, patrols and reports.
namespace anlan::grid {

struct GridFacts {
    std::string node;  ///< whose; empty: ours
    GridId id;
    std::string name;
    AreaCode area;
    std::vector<Corner> outline;
    std::vector<GridMember> members;  ///< of our own only
    std::int64_t people = 0;
    Instant drawn_at{};
};
BOOST_DESCRIBE_STRUCT(GridFacts, (), (node, id, name, area, outline, members, people, drawn_at))
std::optional<GridFacts> find_grid(store::Rows& rows, const GridId& id);  ///< ours, not retired
std::vector<GridFacts> own_grids(store::Rows& rows);                      ///< by village and name
std::vector<GridFacts> grids_below(store::Rows& rows);
/// Ours, whose members include this person.
std::vector<GridFacts> grids_of(store::Rows& rows, const PersonId& person);
/// Ours, on whose ground the place lies; the first by name where two overlap.
std::optional<GridFacts> grid_at(store::Rows& rows, double lon, double lat);

/// Until when a member is away; nothing: here.
std::optional<Instant> away_until(store::Rows& rows, const PersonId& person, Instant now);
/// When this person last reported or walked a round; nothing: never.
std::optional<Instant> last_sign(store::Rows& rows, const PersonId& person);

struct PatrolFacts {
    PatrolId id;
    GridId grid;
    std::string title;
    std::vector<PatrolStop> stops;
    std::int64_t every_days = 0;
    PersonId owner;
    Instant next_at{};
    std::int64_t round = 0;            ///< the last that was due
    std::optional<Instant> round_due;  ///< open since then; nothing: none is
    PersonId round_owner;
    std::optional<Instant> walked_at;
    PersonId walked_by;
    std::int64_t rounds = 0;
};
BOOST_DESCRIBE_STRUCT(
    PatrolFacts,
    (),
    (id, grid, title, stops, every_days, owner, next_at, round, round_due, round_owner, walked_at, walked_by, rounds)
)
std::optional<PatrolFacts> find_patrol(store::Rows& rows, const PatrolId& id);  ///< not stopped
std::vector<PatrolFacts> patrols_of(store::Rows& rows, const GridId& grid);

struct RoundFacts {
    std::int64_t seq = 0, round = 0;
    Instant walked_at{};
    PersonId by;
    std::vector<StopFinding> findings;
    std::int64_t wrong = 0;
};
BOOST_DESCRIBE_STRUCT(RoundFacts, (), (seq, round, walked_at, by, findings, wrong))
std::vector<RoundFacts> rounds_of(store::Rows& rows, const PatrolId& patrol, std::int64_t limit);  ///< newest first
bool round_known(store::Rows& rows, const PatrolId& patrol, const std::string& key);

/// 待处理, 已转突发事件, 已交办, 已处置待复查, 已转上级, 已办结.
BOOST_DEFINE_ENUM_CLASS(ReportState, fresh, incident, given, handled, passed, closed)

struct ReportFacts {
    ReportId id;
    std::string drill;
    std::string node;  ///< who passed it up to us; empty: told here
    GridId grid;
    AreaCode area;
    std::string kind;
    Severity severity = Severity::ordinary;
    std::string words, place;
    std::optional<double> lon, lat;
    bool outside = false;
    std::string photo;
    Instant found_at{}, at{};
    PersonId reporter;
    PatrolId patrol;
    ReportState state = ReportState::fresh;
    PersonId owner;
    std::string owner_title;
    std::optional<Instant> due;
    std::string incident;
    PersonId handled_by;
    std::string handled_words, handled_photo, answer;
    std::optional<Ending> ending;
    std::optional<Instant> closed_at;

    std::string title() const { return kind_name(kind) + (place.empty() ? "" : "：" + place); }
};
BOOST_DESCRIBE_STRUCT(
    ReportFacts,
    (),
    (id,
     drill,
     node,
     grid,
     area,
     kind,
     severity,
     words,
     place,
     lon,
     lat,
     outside,
     photo,
     found_at,
     at,
     reporter,
     patrol,
     state,
     owner,
     owner_title,
     due,
     incident,
     handled_by,
     handled_words,
     handled_photo,
     answer,
     ending,
     closed_at)
)
std::optional<ReportFacts> find_report(store::Rows& rows, const ReportId& id);
std::optional<ReportFacts> report_of_incident(store::Rows& rows, const std::string& incident);
std::optional<ReportId> report_of_key(store::Rows& rows, const std::string& key, const PersonId& reporter);
/// Newest first; `open_only` leaves out what is closed.
std::vector<ReportFacts> find_reports(store::Rows& rows, const World& world, bool open_only, std::int64_t limit);
std::vector<ReportFacts> reports_by(store::Rows& rows, const PersonId& reporter, std::int64_t limit);
std::optional<World> world_of_report(store::Rows& rows, const ReportId& id);

/// What was done about a report, oldest first.
struct StepFacts {
    Instant at{};
    PersonId actor;
    std::string what;  ///< kind of the event without version: "grid.given"
    std::string who, words;
};
BOOST_DESCRIBE_STRUCT(StepFacts, (), (at, actor, what, who, words))
std::vector<StepFacts> steps_of(store::Rows& rows, const ReportId& id);

/// Reports below, counted by node.
struct BelowCounts {
    AreaCode node;
    std::int64_t total = 0, open = 0;
};
BOOST_DESCRIBE_STRUCT(BelowCounts, (), (node, total, open))
std::vector<BelowCounts> reports_below(store::Rows& rows, const World& world, Instant since);

}  // namespace anlan::grid
