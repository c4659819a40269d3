#pragma once

#include <optional>
#include <string>
#include <vector>

#include "response/queries.hpp"

/// What the endpoints of this room answer.
namespace anlan::response {

struct ResponseAnswer {
    std::string id, hazard, hazard_name;
    std::int64_t level = 4;
    std::string plan, plan_title;
    ResponseState state = ResponseState::proposed;
    std::optional<std::string> warning, incident;
    std::string colour;
    std::string reason_zh, reason_en;
    Instant proposed_at{};
    std::optional<Instant> confirm_by, activated_at;
    std::optional<std::string> activated_by_name;
    std::optional<std::string> measures;
    std::optional<Instant> expected_end;
    std::optional<Instant> closed_at;
    std::optional<std::string> close_reason;
    bool declined = false;
    std::string drill;
    std::optional<std::int64_t> warning_to_response_seconds;
    std::optional<std::int64_t> suggested_level;
    bool stand_down_suggested = false;
    std::int64_t tasks_total = 0, tasks_done = 0, tasks_late = 0;
    std::int64_t calls_total = 0, calls_answered = 0, calls_escalated = 0, calls_open = 0, calls_late = 0;
    std::int64_t door_knocks_open = 0;
    AreaCode area;
    std::string area_name;
};
BOOST_DESCRIBE_STRUCT(
    ResponseAnswer,
    (),
    (id,
     hazard,
     hazard_name,
     level,
     plan,
     plan_title,
     state,
     warning,
     incident,
     colour,
     reason_zh,
     reason_en,
     proposed_at,
     confirm_by,
     activated_at,
     activated_by_name,
     measures,
     expected_end,
     closed_at,
     close_reason,
     declined,
     drill,
     warning_to_response_seconds,
     suggested_level,
     stand_down_suggested,
     tasks_total,
     tasks_done,
     tasks_late,
     calls_total,
     calls_answered,
     calls_escalated,
     calls_open,
     calls_late,
     door_knocks_open,
     area,
     area_name)
)

/// Names in the person's language; counts as of `now`.
ResponseAnswer answer_of(store::Rows& rows, const ResponseFacts& facts, Instant now, bool english);

/// Nothing for an empty text.
std::optional<std::string> filled(const std::string& text);

}  // namespace anlan::response
