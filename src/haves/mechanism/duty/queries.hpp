#pragma once

#include <optional>

#include "base/world.hpp"
#include "duty/events.hpp"
#include "store/rows.hpp"

/// What is known of the rota.
namespace anlan::duty {

Pattern pattern_of(store::Rows& rows);  ///< the usual one until another is set
std::vector<Member> members_of(store::Rows& rows);

struct RotaFacts {
    std::string month;
    std::int64_t version = 0;
    Instant saved_at{};
    PersonId saved_by;
    std::int64_t published_version = 0;  ///< 0: never
    std::optional<Instant> published_at;
    PersonId published_by;
    std::int64_t broken = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(
    RotaFacts, (), (month, version, saved_at, saved_by, published_version, published_at, published_by, broken, reason)
)
std::optional<RotaFacts> find_rota(store::Rows& rows, const std::string& month);

BOOST_DEFINE_ENUM_CLASS(Edition, draft, published)
std::vector<Duty> duties_of(store::Rows& rows, const std::string& month, Edition edition);
/// Published turns of a person from this day on.
std::vector<Duty> turns_of_person(store::Rows& rows, const PersonId& person, const std::string& from_day);

/// All that the rules look at for this month. Refuses `month_invalid`.
Result<Month> month_facts(store::Rows& rows, const std::string& month);

struct LeaveFacts {
    LeaveId id;
    PersonId person;
    std::string first_day, last_day;
    LeaveKind kind = LeaveKind::holiday;
    LeavePlace place = LeavePlace::city;
    PersonId stand_in;
    Instant filed_at{};
    PersonId filed_by;
    std::optional<Instant> ended_at;
};
BOOST_DESCRIBE_STRUCT(
    LeaveFacts, (), (id, person, first_day, last_day, kind, place, stand_in, filed_at, filed_by, ended_at)
)
std::optional<LeaveFacts> find_leave(store::Rows& rows, const LeaveId& id);
/// Leave that touches these days, both included.
std::vector<LeaveFacts> leave_between(store::Rows& rows, const std::string& first, const std::string& last);

BOOST_DEFINE_ENUM_CLASS(SwapState, asked, agreed, approved, declined)
struct SwapFacts {
    SwapId id;
    Duty give;
    std::optional<Duty> take;
    PersonId asked_by, asked_of;
    SwapState state = SwapState::asked;
    Instant asked_at{};
    std::optional<Instant> agreed_at, decided_at;
    PersonId decided_by;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(
    SwapFacts, (), (id, give, take, asked_by, asked_of, state, asked_at, agreed_at, decided_at, decided_by, reason)
)
std::optional<SwapFacts> find_swap(store::Rows& rows, const SwapId& id);
std::vector<SwapFacts> find_swaps(store::Rows& rows, std::int64_t limit);  ///< newest first

/// Whose calendar this token opens.
std::optional<PersonId> calendar_of(store::Rows& rows, const std::string& token);

/// Response level in force on a day, 1 (Ⅰ) … 4 (Ⅳ); 0: none.
std::int64_t level_on(store::Rows& rows, const std::string& day);

/// Who has the duty at this moment by the published rota, each with the place.
struct OnDuty {
    Duty duty;
    Instant from{}, until{};
};
BOOST_DESCRIBE_STRUCT(OnDuty, (), (duty, from, until))
std::vector<OnDuty> on_duty(store::Rows& rows, Instant at);

}  // namespace anlan::duty
