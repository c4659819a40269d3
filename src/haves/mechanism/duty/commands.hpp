#pragma once

#include "duty/events.hpp"
#include "journal/desk.hpp"

/// Wishes about the rota. There is one rota and it is real: in a drill all of these refuse `rota_is_real`.
namespace anlan::duty {

using journal::Decision;
using journal::Desk;

/// Refuses `pattern_invalid`: no shift, a shift twice, longer than a day, a post twice, nobody wanted.
struct SetPattern {
    Pattern pattern;
};
BOOST_DESCRIBE_STRUCT(SetPattern, (), (pattern))
Result<Decision> decide(const SetPattern& wish, const Desk& desk);

/// Refuses `day_invalid`, `year_other` for a day of another year, `source_missing`.
struct SetHolidays {
    std::int64_t year = 0;
    std::vector<NamedDay> off;
    std::vector<std::string> work;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(SetHolidays, (), (year, off, work, source))
Result<Decision> decide(const SetHolidays& wish, const Desk& desk);

/// No posts: off the list. Refuses `person_unknown`, `lines_missing`.
struct SetMember {
    PersonId person;
    std::vector<DutyPost> posts;
    std::vector<DutyLine> lines;
};
BOOST_DESCRIBE_STRUCT(SetMember, (), (person, posts, lines))
Result<Decision> decide(const SetMember& wish, const Desk& desk);

/// For oneself. A leader names who stands in; the two heads of a town are never away at once; at response level Ⅰ
/// nobody leaves. Refuses `day_invalid`, `days_order`, `stand_in_missing`, `stand_in_away`, `both_heads_away`,
/// `leave_frozen`, `already_filed`.
struct FileLeave {
    std::string from, until;
    LeaveKind kind = LeaveKind::holiday;
    LeavePlace place = LeavePlace::city;
    std::optional<PersonId> stand_in;
    std::optional<PersonId> person;  ///< filed for another, by whoever keeps the rota; absent: oneself
};
BOOST_DESCRIBE_STRUCT(FileLeave, (), (from, until, kind, place, stand_in, person))
Result<Decision> decide(const FileLeave& wish, const Desk& desk);

/// Back from today on. Refuses `leave_unknown`.
struct EndLeave {
    LeaveId leave;
};
BOOST_DESCRIBE_STRUCT(EndLeave, (), (leave))
Result<Decision> decide(const EndLeave& wish, const Desk& desk);

/// `version` is the one the page began from. A draft may break rules, they are shown; what is no turn of the month at
/// all is refused: `month_invalid`, `no_such_place`, `person_unknown`, `already_changed`, `twice`.
struct SaveRota {
    std::string month;
    std::int64_t version = 0;
    std::vector<Duty> duties;
};
BOOST_DESCRIBE_STRUCT(SaveRota, (), (month, version, duties))
Result<Decision> decide(const SaveRota& wish, const Desk& desk);

/// Refuses `rota_unknown`, and `rule_broken` naming the first rule when no reason is given.
struct PublishRota {
    std::string month;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PublishRota, (), (month, reason))
Result<Decision> decide(const PublishRota& wish, const Desk& desk);

/// Of one's own turn, published and yet to come. Refuses `not_your_turn`, `turn_over`, `to_missing`, `rule_broken`.
struct AskSwap {
    Duty give;
    std::optional<Duty> take;
    PersonId to;
};
BOOST_DESCRIBE_STRUCT(AskSwap, (), (give, take, to))
Result<Decision> decide(const AskSwap& wish, const Desk& desk);

/// By the one who is asked. Refuses `swap_unknown`, `not_yours`, `already_decided`.
struct AgreeSwap {
    SwapId swap;
};
BOOST_DESCRIBE_STRUCT(AgreeSwap, (), (swap))
Result<Decision> decide(const AgreeSwap& wish, const Desk& desk);

/// By a leader, once both agree; the rules are looked at again. Refuses `swap_unknown`, `not_agreed`,
/// `already_decided`, `rule_broken`.
struct ApproveSwap {
    SwapId swap;
};
BOOST_DESCRIBE_STRUCT(ApproveSwap, (), (swap))
Result<Decision> decide(const ApproveSwap& wish, const Desk& desk);

/// By who is asked, who asked, or a leader. Refuses `swap_unknown`, `already_decided`, `not_yours`.
struct DeclineSwap {
    SwapId swap;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DeclineSwap, (), (swap, reason))
Result<Decision> decide(const DeclineSwap& wish, const Desk& desk);

/// A secret address for one's own calendar; an older one ends. The answer holds the token, once.
struct OpenCalendar {};
BOOST_DESCRIBE_STRUCT(OpenCalendar, (), ())
Result<Decision> decide(const OpenCalendar& wish, const Desk& desk);

struct CloseCalendar {};
BOOST_DESCRIBE_STRUCT(CloseCalendar, (), ())
Result<Decision> decide(const CloseCalendar& wish, const Desk& desk);

/// The program's own, when a response begins or changes, and when it ends.
struct Reinforce {
    std::string response;
    std::int64_t level = 4;
    Instant until{};
};
BOOST_DESCRIBE_STRUCT(Reinforce, (), (response, level, until))
Result<Decision> decide(const Reinforce& wish, const Desk& desk);

struct EndReinforcement {
    std::string response;
};
BOOST_DESCRIBE_STRUCT(EndReinforcement, (), (response))
Result<Decision> decide(const EndReinforcement& wish, const Desk& desk);

}  // namespace anlan::duty
