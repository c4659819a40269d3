#pragma once

#include "base/area.hpp"
#include "duty/rota.hpp"
#include "journal/event.hpp"

/// Events of the rota (值班表), of leave and of swaps. Bodies hold ids of people, never names.
namespace anlan::duty {

using LeaveId = Id<struct LeaveTag>;
using SwapId = Id<struct SwapTag>;
using CalendarId = Id<struct CalendarTag>;

/// 休假, 公务外出, 培训, 其他: no more is asked, and never why (POLICY §12).
BOOST_DEFINE_ENUM_CLASS(LeaveKind, holiday, official, training, other)
/// 市内, 市外, 省外, 境外.
BOOST_DEFINE_ENUM_CLASS(LeavePlace, city, province, country, abroad)

/// Shifts, posts and rests from now on. Subject: "rota:pattern".
struct PatternSet {
    static constexpr journal::EventKind kKind{"rota.pattern_set", 1};
    Pattern pattern;
};
BOOST_DESCRIBE_STRUCT(PatternSet, (), (pattern))

struct NamedDay {
    std::string day, name;
};
BOOST_DESCRIBE_STRUCT(NamedDay, (), (day, name))

/// The year's holidays as the State Council has published them. Subject: "holidays:<year>".
struct HolidaysSet {
    static constexpr journal::EventKind kKind{"rota.holidays_set", 1};
    std::int64_t year = 0;
    std::vector<NamedDay> off;      ///< 放假
    std::vector<std::string> work;  ///< weekend days worked instead (调休上班)
    std::string source;
};
BOOST_DESCRIBE_STRUCT(HolidaysSet, (), (year, off, work, source))

/// Subject: the person.
struct MemberSet {
    static constexpr journal::EventKind kKind{"rota.member_set", 1};
    std::vector<DutyPost> posts;  ///< empty: no longer on the list
    std::vector<DutyLine> lines;
};
BOOST_DESCRIBE_STRUCT(MemberSet, (), (posts, lines))

/// 外出报备. Subject of both: the leave.
struct LeaveFiled {
    static constexpr journal::EventKind kKind{"leave.filed", 1};
    PersonId person;
    std::string from, until;
    LeaveKind kind = LeaveKind::holiday;
    LeavePlace place = LeavePlace::city;
    PersonId stand_in;  ///< 代行人; of a leader always
};
BOOST_DESCRIBE_STRUCT(LeaveFiled, (), (person, from, until, kind, place, stand_in))

/// 销假: back earlier, or not gone at all (`last_day` before the first).
struct LeaveEnded {
    static constexpr journal::EventKind kKind{"leave.ended", 1};
    std::string last_day;
};
BOOST_DESCRIBE_STRUCT(LeaveEnded, (), (last_day))

/// A draft, the whole month. Subject of this and the next: "rota:<month>".
struct RotaSaved {
    static constexpr journal::EventKind kKind{"rota.saved", 1};
    std::string month;
    std::int64_t version = 1;
    std::vector<Duty> duties;
};
BOOST_DESCRIBE_STRUCT(RotaSaved, (), (month, version, duties))

struct RotaPublished {
    static constexpr journal::EventKind kKind{"rota.published", 1};
    std::string month;
    std::int64_t version = 1;
    std::int64_t broken = 0;  ///< rules it does not keep
    std::string reason;       ///< why it is published all the same
};
BOOST_DESCRIBE_STRUCT(RotaPublished, (), (month, version, broken, reason))

/// 换班、代班: `give` goes to `to`; `take`, if there is one, comes back. Subject of the next four: the swap.
struct SwapAsked {
    static constexpr journal::EventKind kKind{"swap.asked", 1};
    Duty give;
    std::optional<Duty> take;
    PersonId to;
};
BOOST_DESCRIBE_STRUCT(SwapAsked, (), (give, take, to))

struct SwapAgreed {
    static constexpr journal::EventKind kKind{"swap.agreed", 1};
};
BOOST_DESCRIBE_STRUCT(SwapAgreed, (), ())

struct SwapApproved {
    static constexpr journal::EventKind kKind{"swap.approved", 1};
    Duty give;
    std::optional<Duty> take;
    PersonId to;
};
BOOST_DESCRIBE_STRUCT(SwapApproved, (), (give, take, to))

struct SwapDeclined {
    static constexpr journal::EventKind kKind{"swap.declined", 1};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SwapDeclined, (), (reason))

/// Somebody's calendar can be read by whoever holds its address. Subject of both: the calendar.
struct CalendarOpened {
    static constexpr journal::EventKind kKind{"calendar.opened", 1};
    PersonId person;
    std::string digest;  ///< SM3 of the token; the token itself is shown once
};
BOOST_DESCRIBE_STRUCT(CalendarOpened, (), (person, digest))

struct CalendarClosed {
    static constexpr journal::EventKind kKind{"calendar.closed", 1};
};
BOOST_DESCRIBE_STRUCT(CalendarClosed, (), ())

/// A response is in force: from now on more people are wanted. Subject of both: "rota:<response>".
struct RotaReinforced {
    static constexpr journal::EventKind kKind{"rota.reinforced", 1};
    std::string response;
    std::int64_t level = 4;
    std::string from, until;  ///< days; `until` as the response expects to end
};
BOOST_DESCRIBE_STRUCT(RotaReinforced, (), (response, level, from, until))

struct ReinforcementEnded {
    static constexpr journal::EventKind kKind{"rota.reinforcement_ended", 1};
    std::string response, last_day;
};
BOOST_DESCRIBE_STRUCT(ReinforcementEnded, (), (response, last_day))

}  // namespace anlan::duty
