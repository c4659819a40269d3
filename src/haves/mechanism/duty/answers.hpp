#pragma once

#include "duty/queries.hpp"
#include "duty/rules.hpp"

/// What the endpoints of the rota answer.
namespace anlan::duty {

struct MemberAnswer {
    PersonId person;
    std::string name, title;  ///< title of a post held
    std::vector<DutyPost> posts;
    std::vector<DutyLine> lines;
};
BOOST_DESCRIBE_STRUCT(MemberAnswer, (), (person, name, title, posts, lines))
std::vector<MemberAnswer> members_answer(store::Rows& rows);

struct LeaveAnswer {
    std::string id;
    PersonId person;
    std::string name, first_day, last_day;
    LeaveKind kind = LeaveKind::holiday;
    LeavePlace place = LeavePlace::city;
    PersonId stand_in;
    std::string stand_in_name;
    std::int64_t uncovered = 0;  ///< published turns of this person in these days
};
BOOST_DESCRIBE_STRUCT(
    LeaveAnswer, (), (id, person, name, first_day, last_day, kind, place, stand_in, stand_in_name, uncovered)
)
std::vector<LeaveAnswer> leave_answer(store::Rows& rows, const std::string& first, const std::string& last);

struct ShareAnswer {
    PersonId person;
    std::string name;
    Turns turns, share;
};
BOOST_DESCRIBE_STRUCT(ShareAnswer, (), (person, name, turns, share))

/// A month as judged: with turns that are stored, proposed or just being dragged.
struct Judged {
    std::vector<RotaFinding> findings;
    std::vector<ShareAnswer> shares;
};
BOOST_DESCRIBE_STRUCT(Judged, (), (findings, shares))
Judged judged(const Month& month, const std::vector<Duty>& duties);

struct RotaAnswer {
    std::string month;
    std::int64_t version = 0, published_version = 0;
    std::optional<Instant> published_at;
    std::string published_by_name, reason;
    std::int64_t broken = 0;
    Pattern pattern;
    std::vector<DayFacts> days;
    std::vector<Slot> slots;
    std::vector<MemberAnswer> members;
    std::vector<LeaveAnswer> leave;
    std::vector<Duty> duties;
    Judged judged;
};
BOOST_DESCRIBE_STRUCT(
    RotaAnswer,
    (),
    (month,
     version,
     published_version,
     published_at,
     published_by_name,
     reason,
     broken,
     pattern,
     days,
     slots,
     members,
     leave,
     duties,
     judged)
)
Result<RotaAnswer> rota_answer(store::Rows& rows, const std::string& month, Edition edition);

struct ProposalAnswer {
    std::vector<Duty> duties;
    double gap_percent = 0, seconds = 0;
    bool proven = false;
    Judged judged;
};
BOOST_DESCRIBE_STRUCT(ProposalAnswer, (), (duties, gap_percent, seconds, proven, judged))

struct PersonOnDuty {
    Duty duty;
    std::string name, post_name, shift_name, phone_masked;
    Instant from{}, until{};
};
BOOST_DESCRIBE_STRUCT(PersonOnDuty, (), (duty, name, post_name, shift_name, phone_masked, from, until))

struct DutyNow {
    std::vector<PersonOnDuty> now;
    std::optional<Instant> next_change;
    std::vector<PersonOnDuty> next;
    std::int64_t level = 0;  ///< response in force
};
BOOST_DESCRIBE_STRUCT(DutyNow, (), (now, next_change, next, level))
DutyNow duty_now(store::Rows& rows, Instant at, bool english);

struct SwapAnswer {
    std::string id;
    Duty give;
    std::optional<Duty> take;
    std::string give_words, take_words, asked_by_name, asked_of_name, decided_by_name, reason;
    SwapState state = SwapState::asked;
    Instant asked_at{};
    bool mine_to_answer = false, mine = false;
};
BOOST_DESCRIBE_STRUCT(
    SwapAnswer,
    (),
    (id,
     give,
     take,
     give_words,
     take_words,
     asked_by_name,
     asked_of_name,
     decided_by_name,
     reason,
     state,
     asked_at,
     mine_to_answer,
     mine)
)
std::vector<SwapAnswer> swaps_answer(store::Rows& rows, const PersonId& reader, bool english, std::int64_t limit);

/// The iCalendar of a person: published turns from a month ago on.
std::string calendar_answer(store::Rows& rows, const PersonId& person, const std::string& node, Instant now);

}  // namespace anlan::duty
