#pragma once

#include "grid/events.hpp"

/// What members of the grid report, and what becomes of it. Subject of all: the report.
namespace anlan::grid {

using ReportId = Id<struct GridReportTag>;

/// 一般, 较大, 立即处置.
BOOST_DEFINE_ENUM_CLASS(Severity, ordinary, larger, urgent)

/// 上报. Goes up for counting only.
struct GridReported {
    static constexpr journal::EventKind kKind{
        "grid.reported", 1, journal::Share::up, journal::Urgency::urgent, "key,words,place,lon,lat,photo,patrol"};
    std::string key;  ///< the phone's own name for it
    GridId grid;      ///< whose ground it is on; empty: none's
    AreaCode area;
    std::string kind;
    Severity severity = Severity::ordinary;
    std::string words, place;
    std::optional<double> lon, lat;
    bool outside = false;  ///< not on this node's ground
    std::string photo;     ///< SHA-256 of the attachment
    Instant found_at{};
    PatrolId patrol;  ///< found on this round
};
BOOST_DESCRIBE_STRUCT(
    GridReported, (), (key, grid, area, kind, severity, words, place, lon, lat, outside, photo, found_at, patrol)
)

/// 转突发事件.
struct MadeIncident {
    static constexpr journal::EventKind kKind{
        "grid.made_incident", 1, journal::Share::local, journal::Urgency::life_safety};
    std::string kind;  ///< of the incident
    PersonId reporter;
};
BOOST_DESCRIBE_STRUCT(MadeIncident, (), (kind, reporter))

/// 交办.
struct HazardGiven {
    static constexpr journal::EventKind kKind{"grid.given", 1, journal::Share::local, journal::Urgency::urgent};
    PostId post;
    PersonId owner;
    std::string owner_title, words, title;
    AreaCode area;
    Instant due{};
    PersonId reporter;
};
BOOST_DESCRIBE_STRUCT(HazardGiven, (), (post, owner, owner_title, words, title, area, due, reporter))

/// 处置反馈.
struct HazardHandled {
    static constexpr journal::EventKind kKind{"grid.handled", 1};
    std::string words, photo;
    PersonId by;  ///< who put it right; the desk may have written it down
};
BOOST_DESCRIBE_STRUCT(HazardHandled, (), (words, photo, by))

/// 复查. Not right: it goes back to who was given it.
struct HazardChecked {
    static constexpr journal::EventKind kKind{"grid.checked", 1};
    bool passed = true;
    std::string words;
    Instant due{};  ///< of the next attempt
};
BOOST_DESCRIBE_STRUCT(HazardChecked, (), (passed, words, due))

/// What it came to.
BOOST_DEFINE_ENUM_CLASS(Ending, answered, put_right, incident_over, replied)

/// 办结并答复.
struct ReportAnswered {
    static constexpr journal::EventKind kKind{
        "grid.answered", 1, journal::Share::up, journal::Urgency::routine, "words,reporter"};
    Ending ending = Ending::answered;
    std::string words;
    PersonId reporter;
    bool late = false;
};
BOOST_DESCRIBE_STRUCT(ReportAnswered, (), (ending, words, reporter, late))

/// 转上级, in full.
struct ReportPassed {
    static constexpr journal::EventKind kKind{"grid.passed", 1, journal::Share::up, journal::Urgency::urgent};
    AreaCode area;
    std::string kind;
    Severity severity = Severity::ordinary;
    std::string words, place, why;
    std::optional<double> lon, lat;
    Instant found_at{}, due{};
};
BOOST_DESCRIBE_STRUCT(ReportPassed, (), (area, kind, severity, words, place, why, lon, lat, found_at, due))

/// The level above has it, and its desk hears of it. In its own journal from here on, so that what it does about it
/// follows in order.
struct ReportReceived {
    static constexpr journal::EventKind kKind{"grid.received", 1, journal::Share::local, journal::Urgency::urgent};
    AreaCode from;
    ReportPassed passed;
};
BOOST_DESCRIBE_STRUCT(ReportReceived, (), (from, passed))

/// 上级答复, to the node that passed it.
struct ReportReplied {
    static constexpr journal::EventKind kKind{"grid.replied", 1, journal::Share::down, journal::Urgency::urgent};
    std::string words;
};
BOOST_DESCRIBE_STRUCT(ReportReplied, (), (words))

}  // namespace anlan::grid
