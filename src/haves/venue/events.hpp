#pragma once

#include "base/strong.hpp"
#include "journal/event.hpp"

/// The education venue (宣教场所) of a station: hours, visitors, exhibits, activities, quizzes.
namespace anlan::venue {

using BookingId = Id<struct BookingTag>;
using VisitId = Id<struct VisitTag>;
using ExhibitId = Id<struct ExhibitTag>;
using ActivityId = Id<struct ActivityTag>;

/// 学生, 渔民, 外来务工人员, 老人, 干部职工, 居民, 其他: the groups POLICY §1.4 H5 asks for.
BOOST_DEFINE_ENUM_CLASS(Group, students, fishers, workers, elders, cadres, residents, others)
/// 本地灾害, 事故警示, 消防, 自救互救, 互动体验.
BOOST_DEFINE_ENUM_CLASS(ExhibitKind, local_disaster, warning_case, fire, self_rescue, hands_on)
/// 防灾减灾日, 安全生产月, 消防宣传日, 汛前宣传, 开学第一课, 渔民专场, 企业班组, 参观接待, 讲座培训, 入户宣传, 其他.
BOOST_DEFINE_ENUM_CLASS(
    ActivityKind,
    disaster_day,
    safety_month,
    fire_day,
    flood_season,
    first_lesson,
    fishers,
    enterprise,
    reception,
    lecture,
    household,
    other
)

/// One stretch of a weekday during which the venue is open; minutes count from midnight at the station.
struct Opening {
    std::int64_t weekday = 1;  ///< 1 Monday … 7 Sunday
    std::int64_t from = 0, until = 0;
};
BOOST_DESCRIBE_STRUCT(Opening, (), (weekday, from, until))

/// A day that differs from its weekday: closed when `from` equals `until`.
struct SpecialDay {
    std::string day;
    std::int64_t from = 0, until = 0;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(SpecialDay, (), (day, from, until, note))

/// The venue as the public reads it.
struct VenueSheet {
    std::string name, address;
    std::int64_t square_metres = 0;
    std::vector<std::string> halls;
    std::vector<Opening> openings;
    std::vector<SpecialDay> special_days;
    std::int64_t slot_minutes = 60;
    std::int64_t slot_people = 30;  ///< how many may be booked into one slot
    bool guide = false;             ///< a guide can be asked for
    std::string notice;
};
BOOST_DESCRIBE_STRUCT(
    VenueSheet,
    (),
    (name, address, square_metres, halls, openings, special_days, slot_minutes, slot_people, guide, notice)
)

struct VenueDescribed {
    static constexpr journal::EventKind kKind{"venue.described", 1, journal::Share::up};
    VenueSheet sheet;
};
BOOST_DESCRIBE_STRUCT(VenueDescribed, (), (sheet))

/// The name and telephone of who booked lie in the vault.
struct BookingMade {
    static constexpr journal::EventKind kKind{"booking.made", 1};
    std::string day;
    std::int64_t from = 0;  ///< minutes from midnight
    std::int64_t people = 0;
    Group group = Group::residents;
    bool guide = false;
    std::string code;  ///< six digits the visitor keeps
};
BOOST_DESCRIBE_STRUCT(BookingMade, (), (day, from, people, group, guide, code))

struct BookingCancelled {
    static constexpr journal::EventKind kKind{"booking.cancelled", 1};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(BookingCancelled, (), (reason))

/// People have come: with a booking or without.
struct VenueVisited {
    static constexpr journal::EventKind kKind{"venue.visited", 1, journal::Share::up};
    BookingId booking;
    std::int64_t people = 0;
    Group group = Group::residents;
};
BOOST_DESCRIBE_STRUCT(VenueVisited, (), (booking, people, group))

struct VisitRated {
    static constexpr journal::EventKind kKind{"visit.rated", 1};
    std::int64_t stars = 0;  ///< 1 … 5
    std::string words;
};
BOOST_DESCRIBE_STRUCT(VisitRated, (), (stars, words))

struct ExhibitSheet {
    std::string name;
    ExhibitKind kind = ExhibitKind::local_disaster;
    std::string hall;
    PersonId keeper;
};
BOOST_DESCRIBE_STRUCT(ExhibitSheet, (), (name, kind, hall, keeper))

struct ExhibitPut {
    static constexpr journal::EventKind kKind{"exhibit.put", 1};
    ExhibitSheet sheet;
};
BOOST_DESCRIBE_STRUCT(ExhibitPut, (), (sheet))

/// Looked at and in order.
struct ExhibitChecked {
    static constexpr journal::EventKind kKind{"exhibit.checked", 1};
    std::string note;
};
BOOST_DESCRIBE_STRUCT(ExhibitChecked, (), (note))

struct ExhibitFaulted {
    static constexpr journal::EventKind kKind{"exhibit.faulted", 1};
    std::string what;
    Instant repair_by{};
    bool by_visitor = false;
};
BOOST_DESCRIBE_STRUCT(ExhibitFaulted, (), (what, repair_by, by_visitor))

struct ExhibitRepaired {
    static constexpr journal::EventKind kKind{"exhibit.repaired", 1};
    std::string what;
};
BOOST_DESCRIBE_STRUCT(ExhibitRepaired, (), (what))

struct ExhibitRetired {
    static constexpr journal::EventKind kKind{"exhibit.retired", 1};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ExhibitRetired, (), (reason))

struct ActivitySheet {
    ActivityKind kind = ActivityKind::other;
    std::string title, day;
    std::int64_t from = 9 * 60, until = 11 * 60;  ///< minutes from midnight
    std::string place;
    Group audience = Group::residents;
};
BOOST_DESCRIBE_STRUCT(ActivitySheet, (), (kind, title, day, from, until, place, audience))

struct ActivityPlanned {
    static constexpr journal::EventKind kKind{"activity.planned", 1, journal::Share::up};
    ActivitySheet sheet;
};
BOOST_DESCRIBE_STRUCT(ActivityPlanned, (), (sheet))

struct ActivityHeld {
    static constexpr journal::EventKind kKind{"activity.held", 1, journal::Share::up};
    std::int64_t people = 0;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(ActivityHeld, (), (people, note))

struct ActivityCancelled {
    static constexpr journal::EventKind kKind{"activity.cancelled", 1, journal::Share::up};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ActivityCancelled, (), (reason))

/// A paper answered; who sat it only when they were signed in and wished it.
struct QuizTaken {
    static constexpr journal::EventKind kKind{"quiz.taken", 1};
    std::string paper;   ///< its name, which draws the questions
    std::string bank;    ///< version of the question bank
    std::string hazard;  ///< empty: of all
    std::vector<std::string> questions;
    std::vector<std::int64_t> answers;  ///< place of the option chosen; -1: none
    std::int64_t right = 0;
    Group group = Group::residents;
    PersonId learner;
};
BOOST_DESCRIBE_STRUCT(QuizTaken, (), (paper, bank, hazard, questions, answers, right, group, learner))

}  // namespace anlan::venue
