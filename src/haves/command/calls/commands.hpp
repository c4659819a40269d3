#pragma once

#include "calls/events.hpp"
#include "journal/desk.hpp"

namespace anlan::calls {

using journal::Decision;
using journal::Desk;

/// Whether a call nobody answers climbs to others, or rings for its person alone: nobody turns out (集结) in another's
/// place.
BOOST_DEFINE_ENUM_CLASS(Climbs, ladder, alone)

/// Places one call. The ladder (the person, again, the deputy, the next in the area's chain, the leader on duty, a
/// named helper at the door) and its limits come from organisation and the policy pack at this moment. Refuses
/// `person_unknown`, `headline_empty`; the same origin and person again is the same call.
struct PlaceCall {
    std::string origin;
    PersonId person;
    PostId post;
    AreaCode area;
    std::string headline, text, colour, hazard;
    std::int64_t level = 0;
    std::vector<HouseholdId> households;
    Climbs climbs = Climbs::ladder;
};
BOOST_DESCRIBE_STRUCT(
    PlaceCall, (), (origin, person, post, area, headline, text, colour, hazard, level, households, climbs)
)
Result<Decision> decide(const PlaceCall& wish, const Desk& desk);

/// The person on turn, or anyone rung before, answers. Refuses `call_unknown`, `already_answered`, `not_called`.
struct AnswerCall {
    CallId call;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(AnswerCall, (), (call, note))
Result<Decision> decide(const AnswerCall& wish, const Desk& desk);
std::optional<World> world_of(const AnswerCall& wish, store::Rows& rows);

/// The officer records an answer heard by telephone, radio or satellite (permission call.record).
struct RecordAnswer {
    CallId call;
    PersonId by;
    AnswerChannel channel = AnswerChannel::telephone;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(RecordAnswer, (), (call, by, channel, note))
Result<Decision> decide(const RecordAnswer& wish, const Desk& desk);
std::optional<World> world_of(const RecordAnswer& wish, store::Rows& rows);

/// The officer gives up on the person on turn, with a reason; the next person of the ladder is rung at once, without
/// ringing this one again. Refuses `call_unknown`, `already_answered`, `reason_missing`.
struct GiveUpOnPerson {
    CallId call;
    std::string reason, next;
};
BOOST_DESCRIBE_STRUCT(GiveUpOnPerson, (), (call, reason, next))
Result<Decision> decide(const GiveUpOnPerson& wish, const Desk& desk);
std::optional<World> world_of(const GiveUpOnPerson& wish, store::Rows& rows);

/// Called by the deadline `call/<id>`; does nothing once the call has left that rung of its ladder.
struct EscalateCall {
    CallId call;
    std::int64_t stage = 0;
};
BOOST_DESCRIBE_STRUCT(EscalateCall, (), (call, stage))
Result<Decision> decide(const EscalateCall& wish, const Desk& desk);
std::optional<World> world_of(const EscalateCall& wish, store::Rows& rows);

/// What was found at one household's door, entered by the helper, by anyone rung before, or by the desk. A later entry
/// corrects an earlier one. When every door has its result the call is answered. Refuses `call_unknown`,
/// `household_unknown`, `not_yours`, `outcome_missing`.
struct RecordKnock {
    CallId call;
    HouseholdId household;
    KnockOutcome outcome = KnockOutcome::informed;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(RecordKnock, (), (call, household, outcome, note))
Result<Decision> decide(const RecordKnock& wish, const Desk& desk);
std::optional<World> world_of(const RecordKnock& wish, store::Rows& rows);

/// Closes all calls of an origin that nobody has answered yet.
struct CloseCalls {
    std::string origin, reason;
};
BOOST_DESCRIBE_STRUCT(CloseCalls, (), (origin, reason))
Result<Decision> decide(const CloseCalls& wish, const Desk& desk);

}  // namespace anlan::calls
