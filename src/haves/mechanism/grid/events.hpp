#pragma once

#include "base/area.hpp"
#include "journal/event.hpp"

/// Grids (网格): the ground, who looks after it, and the rounds they make.
namespace anlan::grid {

using GridId = Id<struct GridTag>;
using PatrolId = Id<struct PatrolTag>;

/// Degrees, WGS-84.
struct Corner {
    double lon = 0, lat = 0;
    bool operator==(const Corner&) const = default;
};
BOOST_DESCRIBE_STRUCT(Corner, (), (lon, lat))

/// 网格长, 网格员, 安全员, 护林员, 巡防员.
BOOST_DEFINE_ENUM_CLASS(MemberRole, head, member, safety, forest, patrol)

struct GridMember {
    PersonId person;
    MemberRole role = MemberRole::member;
    bool deputy = false;  ///< B 角
    bool operator==(const GridMember&) const = default;
};
BOOST_DESCRIBE_STRUCT(GridMember, (), (person, role, deputy))

/// Subject of this and the next two: the grid. Drawn again, the newer outline counts.
struct GridDrawn {
    static constexpr journal::EventKind kKind{"grid.drawn", 1, journal::Share::up};
    std::string name;
    AreaCode area;  ///< the village it is a part of
    std::vector<Corner> outline;
};
BOOST_DESCRIBE_STRUCT(GridDrawn, (), (name, area, outline))

struct GridStaffed {
    static constexpr journal::EventKind kKind{
        "grid.staffed", 1, journal::Share::up, journal::Urgency::routine, "members"};
    std::vector<GridMember> members;
    std::int64_t people = 0;  ///< what the level above may know
};
BOOST_DESCRIBE_STRUCT(GridStaffed, (), (members, people))

struct GridRetired {
    static constexpr journal::EventKind kKind{"grid.retired", 1, journal::Share::up};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(GridRetired, (), (reason))

/// 请假. Subject of this and the next: the person.
struct MemberAway {
    static constexpr journal::EventKind kKind{"grid.member_away", 1};
    Instant until{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(MemberAway, (), (until, reason))

struct MemberBack {
    static constexpr journal::EventKind kKind{"grid.member_back", 1};
    std::string note;
};
BOOST_DESCRIBE_STRUCT(MemberBack, (), (note))

/// A place to look at, and what at.
struct PatrolStop {
    std::string name, look;
    std::optional<double> lon, lat;
};
BOOST_DESCRIBE_STRUCT(PatrolStop, (), (name, look, lon, lat))

/// Subject of this and the next three: the patrol.
struct PatrolPlanned {
    static constexpr journal::EventKind kKind{"patrol.planned", 1};
    GridId grid;
    std::string title;
    std::vector<PatrolStop> stops;  ///< in the order they are walked
    std::int64_t every_days = 7;
    PersonId owner;  ///< empty: who heads the grid when a round is due
    Instant first_at{};
};
BOOST_DESCRIBE_STRUCT(PatrolPlanned, (), (grid, title, stops, every_days, owner, first_at))

struct PatrolStopped {
    static constexpr journal::EventKind kKind{"patrol.stopped", 1};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PatrolStopped, (), (reason))

struct RoundDue {
    static constexpr journal::EventKind kKind{"patrol.round_due", 1};
    std::int64_t number = 0;
    PersonId owner;  ///< empty: nobody is there to walk it
    std::string title, stops;
    AreaCode area;
    Instant due{}, next_at{};
};
BOOST_DESCRIBE_STRUCT(RoundDue, (), (number, owner, title, stops, area, due, next_at))

/// What was found at one of the stops.
struct StopFinding {
    std::int64_t stop = 0;
    bool fine = true;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(StopFinding, (), (stop, fine, words))

struct RoundDone {
    static constexpr journal::EventKind kKind{"patrol.round_done", 1};
    std::int64_t number = 0;  ///< 0: walked without being due
    std::string key;          ///< the phone's own name for it
    std::string title;
    std::vector<StopFinding> findings;
    std::int64_t wrong = 0;
    Instant walked_at{};
};
BOOST_DESCRIBE_STRUCT(RoundDone, (), (number, key, title, findings, wrong, walked_at))

}  // namespace anlan::grid
