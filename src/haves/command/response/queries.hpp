#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/world.hpp"
#include "response/events.hpp"
#include "response/timeline.hpp"
#include "store/rows.hpp"

/// What is known of responses.
namespace anlan::response {

BOOST_DEFINE_ENUM_CLASS(ResponseState, proposed, active, closed)

struct ResponseFacts {
    ResponseId id;
    std::string drill;
    std::int64_t seq = 0;
    std::string hazard;
    std::int64_t level = 4;
    std::string plan, plan_title, plan_title_en;
    std::int64_t plan_version = 0;
    ResponseState state = ResponseState::proposed;
    std::string warning, incident, ordered_by, colour;
    AreaCode area;
    std::string reason_zh, reason_en;
    Instant proposed_at{};
    std::optional<Instant> confirm_by, activated_at;
    PersonId activated_by;
    std::string measures_zh, measures_en;
    std::optional<Instant> expected_end, closed_at;
    PersonId closed_by;
    std::optional<std::string> close_reason;
    bool declined = false;
    std::optional<std::int64_t> suggested_level;  ///< 0: stand down

    World world() const { return World::stored(drill); }
    bool open() const { return state != ResponseState::closed; }
};
BOOST_DESCRIBE_STRUCT(
    ResponseFacts,
    (),
    (id,
     drill,
     seq,
     hazard,
     level,
     plan,
     plan_title,
     plan_title_en,
     plan_version,
     state,
     warning,
     incident,
     ordered_by,
     colour,
     area,
     reason_zh,
     reason_en,
     proposed_at,
     confirm_by,
     activated_at,
     activated_by,
     measures_zh,
     measures_en,
     expected_end,
     closed_at,
     closed_by,
     close_reason,
     declined,
     suggested_level)
)

/// Which responses a list shows: `proposed`, `active`, `closed`, `open` (the first two) or empty for all.
struct ResponseFilter {
    World world = World::real();
    std::string state;
    std::int64_t before = 0;  ///< seq of the last one seen; 0: from the newest
    std::int64_t limit = 100;
};

std::optional<ResponseFacts> find_response(store::Rows& rows, const ResponseId& id);
std::vector<ResponseFacts> find_responses(store::Rows& rows, const ResponseFilter& filter);

/// The one that is open for this hazard and plan in this world; there is never a second.
std::optional<ResponseFacts> open_response(
    store::Rows& rows, const World& world, const std::string& hazard, const std::string& plan
);
std::vector<ResponseFacts> open_responses(store::Rows& rows, const World& world);

std::optional<World> world_of_response(store::Rows& rows, const ResponseId& id);

/// Ids of all warnings that led to it or bear on it.
std::vector<std::string> warnings_of(store::Rows& rows, const ResponseId& id);

/// Ids of the calls ("call") or tasks ("task") that belong to it.
std::vector<std::string> parts_of(store::Rows& rows, const ResponseId& id, const std::string& kind);

}  // namespace anlan::response
