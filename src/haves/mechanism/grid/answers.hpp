#pragma once

#include "grid/attendance.hpp"
#include "journal/desk.hpp"

/// What the endpoints of this room answer.
namespace anlan::grid {

struct GridMemberAnswer {
    PersonId person;
    std::string name, phone_masked;
    MemberRole role = MemberRole::member;
    bool deputy = false;
    MemberAbsence absence = MemberAbsence::none;
    std::optional<Instant> away_until;
};
BOOST_DESCRIBE_STRUCT(GridMemberAnswer, (), (person, name, phone_masked, role, deputy, absence, away_until))

struct PatrolAnswer {
    std::string id, grid, grid_name, title;
    std::vector<PatrolStop> stops;
    std::int64_t every_days = 0;
    PersonId owner;
    std::string owner_name;
    Instant next_at{};
    std::optional<Instant> round_due, walked_at;  ///< of the open round; of the last walked
    std::string walked_by_name;
    bool late = false;
    std::int64_t rounds = 0;
};
BOOST_DESCRIBE_STRUCT(
    PatrolAnswer,
    (),
    (id,
     grid,
     grid_name,
     title,
     stops,
     every_days,
     owner,
     owner_name,
     next_at,
     round_due,
     walked_at,
     walked_by_name,
     late,
     rounds)
)

struct GridAnswer {
    std::string id, name;
    AreaCode area;
    std::string area_name;
    std::vector<Corner> outline;
    std::vector<GridMemberAnswer> members;
    Gap gap = Gap::none;
    std::int64_t open = 0;  ///< reports on its ground
    std::vector<PatrolAnswer> patrols;
};
BOOST_DESCRIBE_STRUCT(GridAnswer, (), (id, name, area, area_name, outline, members, gap, open, patrols))

struct BlankArea {
    AreaCode area;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(BlankArea, (), (area, name))

/// A node below: its grids, how many have nobody, and its reports of a month.
struct GridsBelow {
    AreaCode node;
    std::string name;
    std::int64_t grids = 0, people = 0, nobody = 0, reports = 0, open = 0;
};
BOOST_DESCRIBE_STRUCT(GridsBelow, (), (node, name, grids, people, nobody, reports, open))

struct BelowGrid {
    AreaCode node;
    std::string name;
    std::vector<Corner> outline;
    bool nobody = false;
};
BOOST_DESCRIBE_STRUCT(BelowGrid, (), (node, name, outline, nobody))

struct GridBoard {
    std::vector<GridAnswer> grids;
    std::vector<BlankArea> blank;  ///< villages without a grid
    std::vector<GridsBelow> below;
    std::vector<BelowGrid> ground_below;
};
BOOST_DESCRIBE_STRUCT(GridBoard, (), (grids, blank, below, ground_below))

struct StepAnswer {
    Instant at{};
    std::string actor_name, what, who, words;
};
BOOST_DESCRIBE_STRUCT(StepAnswer, (), (at, actor_name, what, who, words))

struct GridReportAnswer {
    std::string id, drill;
    std::string node_name;  ///< who passed it up; empty: told here
    std::string grid_name, kind, kind_name;
    AreaCode area;
    std::string area_name;
    Severity severity = Severity::ordinary;
    std::string words, place;
    std::optional<double> lon, lat;
    bool outside = false;
    std::string photo;
    Instant found_at{}, at{};
    std::string reporter_name, reporter_phone;
    bool from_patrol = false;
    ReportState state = ReportState::fresh;
    std::string owner_name, owner_title;
    std::optional<Instant> due;
    bool late = false;
    std::string incident, handled_by_name, handled_words, handled_photo, answer;
    std::optional<Ending> ending;
    std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(
    GridReportAnswer,
    (),
    (id,
     drill,
     node_name,
     grid_name,
     kind,
     kind_name,
     area,
     area_name,
     severity,
     words,
     place,
     lon,
     lat,
     outside,
     photo,
     found_at,
     at,
     reporter_name,
     reporter_phone,
     from_patrol,
     state,
     owner_name,
     owner_title,
     due,
     late,
     incident,
     handled_by_name,
     handled_words,
     handled_photo,
     answer,
     ending,
     closed_at)
)

struct ReportDetail {
    GridReportAnswer report;
    std::string incident_kind;  ///< what it would become
    std::vector<StepAnswer> steps;
};
BOOST_DESCRIBE_STRUCT(ReportDetail, (), (report, incident_kind, steps))

/// What a member's telephone keeps.
struct FieldWork {
    std::vector<std::string> grids;
    std::vector<PatrolAnswer> patrols;
    std::vector<GridReportAnswer> reports;
    std::vector<ReportKind> kinds;
};
BOOST_DESCRIBE_STRUCT(FieldWork, (), (grids, patrols, reports, kinds))

GridBoard board_of(store::Rows& rows, const journal::NodeFacts& node, const World& world, Instant now);
GridReportAnswer answer_of(store::Rows& rows, const ReportFacts& report, Instant now);
ReportDetail detail_of(store::Rows& rows, const ReportFacts& report, Instant now);
FieldWork field_work_of(store::Rows& rows, const PersonId& person, Instant now);

}  // namespace anlan::grid
