#pragma once

#include "grid/report_events.hpp"
#include "journal/desk.hpp"

namespace anlan::grid {

using journal::Decision;
using journal::Desk;

/// Draws a grid, or draws one anew. Grids belong to reality: drills refuse `grid_is_real`. Refuses `name_missing`,
/// `name_taken` (in the same village), `area_unknown`, `not_here`, `outline_short` (fewer than three corners),
/// `outline_long`, `outline_invalid` (0/0, no number), `outline_crossed`, `outline_outside`, `grid_unknown`.
struct DrawGrid {
    std::optional<GridId> grid;
    std::string name;
    AreaCode area;
    std::vector<Corner> outline;
};
BOOST_DESCRIBE_STRUCT(DrawGrid, (), (grid, name, area, outline))
Result<Decision> decide(const DrawGrid& wish, const Desk& desk);

/// All its people at once. Refuses `grid_unknown`, `person_unknown`, `member_twice`, `head_twice`.
struct StaffGrid {
    GridId grid;
    std::vector<GridMember> members;
};
BOOST_DESCRIBE_STRUCT(StaffGrid, (), (grid, members))
Result<Decision> decide(const StaffGrid& wish, const Desk& desk);

/// Refuses `grid_unknown`, `reason_missing`.
struct RetireGrid {
    GridId grid;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RetireGrid, (), (grid, reason))
Result<Decision> decide(const RetireGrid& wish, const Desk& desk);

/// Refuses `member_unknown`, `until_past`.
struct SendAway {
    PersonId person;
    Instant until{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SendAway, (), (person, until, reason))
Result<Decision> decide(const SendAway& wish, const Desk& desk);

/// Refuses `member_unknown`; who is not away is back already.
struct CallBack {
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(CallBack, (), (person))
Result<Decision> decide(const CallBack& wish, const Desk& desk);

/// Refuses `grid_unknown`, `title_missing`, `stops_missing`, `stop_invalid`, `every_invalid`, `owner_not_member`.
struct PlanPatrol {
    GridId grid;
    std::string title;
    std::vector<PatrolStop> stops;
    std::int64_t every_days = 7;
    PersonId owner;
    std::optional<Instant> first_at;
};
BOOST_DESCRIBE_STRUCT(PlanPatrol, (), (grid, title, stops, every_days, owner, first_at))
Result<Decision> decide(const PlanPatrol& wish, const Desk& desk);

/// Refuses `patrol_unknown`, `reason_missing`.
struct StopPatrol {
    PatrolId patrol;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(StopPatrol, (), (patrol, reason))
Result<Decision> decide(const StopPatrol& wish, const Desk& desk);

/// By the deadline `patrol/<id>`.
struct StartRound {
    PatrolId patrol;
};
BOOST_DESCRIBE_STRUCT(StartRound, (), (patrol))
Result<Decision> decide(const StartRound& wish, const Desk& desk);

/// A member of the grid has walked it, or the desk writes down what was told. What is not fine becomes a report. The
/// same key again is the same round. Refuses `patrol_unknown`, `not_member`, `finding_invalid`, `words_missing`.
struct WalkRound {
    PatrolId patrol;
    std::string key;
    std::vector<StopFinding> findings;
    std::int64_t seconds_ago = 0;
};
BOOST_DESCRIBE_STRUCT(WalkRound, (), (patrol, key, findings, seconds_ago))
Result<Decision> decide(const WalkRound& wish, const Desk& desk);

/// 上报. Where: a fix, words, or nothing at all when the reporter looks after a grid. The same key of the same person
/// again is the same report, whatever it says. Refuses `words_missing`, `too_long`, `kind_unknown`, `place_missing`,
/// `place_invalid`, `photo_invalid`, `time_invalid`.
struct TellReport {
    std::string key, kind;
    Severity severity = Severity::ordinary;
    std::string words, place;
    AreaCode area;
    std::optional<double> lon, lat;
    std::string photo;
    std::int64_t seconds_ago = 0;
};
BOOST_DESCRIBE_STRUCT(TellReport, (), (key, kind, severity, words, place, area, lon, lat, photo, seconds_ago))
Result<Decision> decide(const TellReport& wish, const Desk& desk);

/// All that follow refuse `report_unknown` and `already_answered`. This one refuses as incident::TakeIncident does,
/// and `already_incident`.
struct MakeIncident {
    ReportId report;
    std::string kind;  ///< of the incident; empty: the usual one of the report's kind
};
BOOST_DESCRIBE_STRUCT(MakeIncident, (), (report, kind))
Result<Decision> decide(const MakeIncident& wish, const Desk& desk);
std::optional<World> world_of(const MakeIncident& wish, store::Rows& rows);

/// To a post or a person, exactly one. No time: by severity, `grid.limit.*`. Refuses `owner_missing`, `post_unknown`,
/// `post_vacant`, `person_unknown`, `due_past`, `already_incident`.
struct GiveHazard {
    ReportId report;
    PostId post;
    PersonId owner;
    std::optional<Instant> due;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(GiveHazard, (), (report, post, owner, due, words))
Result<Decision> decide(const GiveHazard& wish, const Desk& desk);
std::optional<World> world_of(const GiveHazard& wish, store::Rows& rows);

/// Refuses `not_given`, `words_missing`; by the confirmed task or by the desk.
struct HandleHazard {
    ReportId report;
    std::string words, photo;
};
BOOST_DESCRIBE_STRUCT(HandleHazard, (), (report, words, photo))
Result<Decision> decide(const HandleHazard& wish, const Desk& desk);
std::optional<World> world_of(const HandleHazard& wish, store::Rows& rows);

/// Refuses `not_handled`, `words_missing` (when it is not right), `same_person` (who put it right does not check it).
struct CheckHazard {
    ReportId report;
    bool passed = true;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(CheckHazard, (), (report, passed, words))
Result<Decision> decide(const CheckHazard& wish, const Desk& desk);
std::optional<World> world_of(const CheckHazard& wish, store::Rows& rows);

/// Refuses `words_missing`, `too_long`, `already_incident`, `already_given`.
struct AnswerReport {
    ReportId report;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(AnswerReport, (), (report, words))
Result<Decision> decide(const AnswerReport& wish, const Desk& desk);
std::optional<World> world_of(const AnswerReport& wish, store::Rows& rows);

/// Refuses `why_missing`, `nobody_above`, `already_passed`, `already_incident`, `already_given`.
struct PassReport {
    ReportId report;
    std::string why;
};
BOOST_DESCRIBE_STRUCT(PassReport, (), (report, why))
Result<Decision> decide(const PassReport& wish, const Desk& desk);
std::optional<World> world_of(const PassReport& wish, store::Rows& rows);

/// The program's own: one has come from below.
struct ReceiveReport {
    ReportId report;
    AreaCode from;
    ReportPassed passed;
};
BOOST_DESCRIBE_STRUCT(ReceiveReport, (), (report, from, passed))
Result<Decision> decide(const ReceiveReport& wish, const Desk& desk);

/// The program's own: what ends it — the incident is over, the level above has replied. Answered already it is passed
/// over.
struct EndReport {
    ReportId report;
    Ending ending = Ending::incident_over;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(EndReport, (), (report, ending, words))
Result<Decision> decide(const EndReport& wish, const Desk& desk);
std::optional<World> world_of(const EndReport& wish, store::Rows& rows);

}  // namespace anlan::grid
