#pragma once

#include <optional>

#include "base/world.hpp"
#include "calls/events.hpp"
#include "store/rows.hpp"

/// What other rooms may ask about calls.
namespace anlan::calls {

struct CallCounts {
    std::int64_t total = 0, answered = 0, escalated = 0, open = 0, late = 0, door_knocks_open = 0;
};
BOOST_DESCRIBE_STRUCT(CallCounts, (), (total, answered, escalated, open, late, door_knocks_open))

/// Counts of one origin. Late: not answered within the first limit.
CallCounts counts_of(store::Rows& rows, const std::string& origin, Instant now);

/// Counts of a node below, over all its open origins of a world.
CallCounts counts_of_node(store::Rows& rows, const AreaCode& node, const std::string& drill, Instant now);
/// Counts of the calls for an area of this node's own (a village), of the calls not closed.
CallCounts counts_of_area(store::Rows& rows, const AreaCode& area, const std::string& drill, Instant now);

/// How the real calls of red and orange placed since a time went.
struct HighCalls {
    std::int64_t total = 0;
    std::int64_t in_time = 0;    ///< answered within the limit
    std::int64_t escalated = 0;  ///< late, but the next of the chain was called
};
BOOST_DESCRIBE_STRUCT(HighCalls, (), (total, in_time, escalated))
HighCalls high_calls_since(store::Rows& rows, Instant since, std::chrono::seconds limit);

/// How the calls of one world placed since a time were answered, those closed unanswered left out.
struct Answers {
    std::int64_t total = 0, in_time = 0, escalated = 0;
};
BOOST_DESCRIBE_STRUCT(Answers, (), (total, in_time, escalated))
Answers answers_in(store::Rows& rows, const World& world, Instant since, std::chrono::seconds limit);

struct CallBrief {
    std::string id;
    PersonId person;
    std::string post_title;
    AreaCode area;
    std::string state;
    Instant placed_at{}, first_due{};
    std::optional<Instant> answered_at;
    PersonId answered_by;
    std::optional<std::int64_t> seconds;
    std::int64_t escalations = 0, exhausted = 0;
};
BOOST_DESCRIBE_STRUCT(
    CallBrief,
    (),
    (id,
     person,
     post_title,
     area,
     state,
     placed_at,
     first_due,
     answered_at,
     answered_by,
     seconds,
     escalations,
     exhausted)
)
std::vector<CallBrief> calls_of(store::Rows& rows, const std::string& origin);

/// When this person last answered a call; nothing: never.
std::optional<Instant> last_answer(store::Rows& rows, const PersonId& person);
/// What asked for this call.
std::optional<std::string> origin_of(store::Rows& rows, const CallId& call);

/// The vault references of what was noted about people in the calls of an origin.
std::vector<std::string> personal_refs(store::Rows& rows, const std::string& origin);

}  // namespace anlan::calls
