#pragma once

#include "incident/figures.hpp"
#include "journal/event.hpp"

/// Incidents (突发事件): taken once, graded, reported upward in one agreed text, ended and learned from.
namespace anlan::incident {

using IncidentId = Id<struct IncidentTag>;

/// 一般, 较大, 重大, 特别重大; the worst last.
BOOST_DEFINE_ENUM_CLASS(Grade, ordinary, larger, major, gravest)
/// How it came here: by telephone, from a village, the grid, a walk-in, a sensor, or another node.
BOOST_DEFINE_ENUM_CLASS(Source, telephone, village, grid, visitor, sensor, above, below)

struct Place {
    AreaCode area;      ///< the smallest area known
    std::string words;  ///< 祥芝渔港 3 号泊位
    std::optional<double> lon, lat;
    bool outside = false;  ///< not in this node's own area
};
BOOST_DESCRIBE_STRUCT(Place, (), (area, words, lon, lat, outside))

/// What happened, as one agreed account: every form of every report is made of it.
struct Account {
    std::string title;     ///< 祥芝镇“9·1”渔船火灾
    std::string course;    ///< 经过和现场情况
    std::string cause;     ///< 初步原因
    std::string measures;  ///< 已采取措施
    std::string leaders;   ///< 领导到位情况
    std::string trend;     ///< 趋势
    std::string next;      ///< 下一步
    std::string request;   ///< 建议、请求
    Figures figures;
    bool operator==(const Account&) const = default;
};
BOOST_DESCRIBE_STRUCT(Account, (), (title, course, cause, measures, leaders, trend, next, request, figures))

/// Until when it must be reported upward, by telephone and in writing.
struct Limits {
    Instant phone_by{}, written_by{};
};
BOOST_DESCRIBE_STRUCT(Limits, (), (phone_by, written_by))

struct IncidentTaken {
    static constexpr journal::EventKind kKind{
        "incident.taken", 1, journal::Share::local, journal::Urgency::life_safety};
    Source source = Source::telephone;
    AreaCode from;  ///< the node that told; empty: nobody's
    std::string kind;
    Account account;
    Place place;
    Instant happened_at{};
    Instant known_at{};  ///< first credible notice: the clocks start here
    bool sensitive = false;
    bool verified = false;
    Grade grade = Grade::ordinary;
    std::string grade_reason;
    Limits limits;
};
BOOST_DESCRIBE_STRUCT(
    IncidentTaken,
    (),
    (source, from, kind, account, place, happened_at, known_at, sensitive, verified, grade, grade_reason, limits)
)

/// What whoever told it has seen and said: attachments, which stay at this station.
struct IncidentEvidenced {
    static constexpr journal::EventKind kKind{"incident.evidenced", 1};
    std::vector<std::string> photos;
    std::string voice;  ///< empty: none
};
BOOST_DESCRIBE_STRUCT(IncidentEvidenced, (), (photos, voice))

/// 核实. Not true: it ends here.
struct IncidentVerified {
    static constexpr journal::EventKind kKind{"incident.verified", 1, journal::Share::local, journal::Urgency::urgent};
    bool real = true;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(IncidentVerified, (), (real, words))

struct IncidentAmended {
    static constexpr journal::EventKind kKind{"incident.amended", 1};
    std::string kind;
    Place place;
    Instant happened_at{};
    bool sensitive = false;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(IncidentAmended, (), (kind, place, happened_at, sensitive, reason))

struct IncidentGraded {
    static constexpr journal::EventKind kKind{"incident.graded", 1, journal::Share::local, journal::Urgency::urgent};
    Grade grade = Grade::ordinary;
    std::string reason;
    Limits limits;
};
BOOST_DESCRIBE_STRUCT(IncidentGraded, (), (grade, reason, limits))

struct IncidentMerged {
    static constexpr journal::EventKind kKind{"incident.merged", 1};
    IncidentId into;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(IncidentMerged, (), (into, reason))

/// Told to a node below, in whose area it is.
struct IncidentPassed {
    static constexpr journal::EventKind kKind{
        "incident.passed", 1, journal::Share::down, journal::Urgency::life_safety};
    AreaCode to;
    std::string kind;
    Account account;
    Place place;
    Instant happened_at{};
    bool sensitive = false;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(IncidentPassed, (), (to, kind, account, place, happened_at, sensitive, words))

struct IncidentClosed {
    static constexpr journal::EventKind kKind{"incident.closed", 1, journal::Share::local, journal::Urgency::urgent};
    std::string words;
    Instant final_by{};
};
BOOST_DESCRIBE_STRUCT(IncidentClosed, (), (words, final_by))

/// What there is a clock for.
BOOST_DEFINE_ENUM_CLASS(ClockKind, phone, written, followup, final)

/// The limit is over and nothing has been reported.
struct IncidentOverdue {
    static constexpr journal::EventKind kKind{"incident.overdue", 1, journal::Share::local, journal::Urgency::urgent};
    ClockKind clock = ClockKind::phone;
    std::string title;
    Instant due{};
};
BOOST_DESCRIBE_STRUCT(IncidentOverdue, (), (clock, title, due))

}  // namespace anlan::incident
