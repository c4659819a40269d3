#pragma once

#include "journal/desk.hpp"
#include "response/events.hpp"

namespace anlan::response {

using journal::Decision;
using journal::Desk;

/// The program's own wish, never a person's: proposes a response. One that is open for the same hazard and plan in this
/// world stays as it is. Refuses `plan_unknown`, `level_missing`.
struct ProposeResponse {
    std::string hazard, plan;
    std::int64_t level = 0;
    std::string warning, ordered_by, colour;
    std::string reason_zh, reason_en;
};
BOOST_DESCRIBE_STRUCT(ProposeResponse, (), (hazard, plan, level, warning, ordered_by, colour, reason_zh, reason_en))
Result<Decision> decide(const ProposeResponse& wish, const Desk& desk);

/// Level 0: nothing calls for it any more. What was suggested already is not written again.
struct SuggestLevel {
    ResponseId response;
    std::int64_t level = 0;
    std::string warning, colour;
    std::string reason_zh, reason_en;
};
BOOST_DESCRIBE_STRUCT(SuggestLevel, (), (response, level, warning, colour, reason_zh, reason_en))
Result<Decision> decide(const SuggestLevel& wish, const Desk& desk);
std::optional<World> world_of(const SuggestLevel& wish, store::Rows& rows);

/// Called by the deadline `response/<id>`.
struct EscalateConfirm {
    ResponseId response;
};
BOOST_DESCRIBE_STRUCT(EscalateConfirm, (), (response))
Result<Decision> decide(const EscalateConfirm& wish, const Desk& desk);
std::optional<World> world_of(const EscalateConfirm& wish, store::Rows& rows);

/// A person starts what was proposed; level and plan may be changed. Refuses `response_unknown`, `already_active`,
/// `already_closed`, `not_permitted` (the program itself), `plan_unknown`, `level_missing`.
struct ConfirmResponse {
    ResponseId response;
    std::optional<std::int64_t> level;
    std::optional<std::string> plan;
};
BOOST_DESCRIBE_STRUCT(ConfirmResponse, (), (response, level, plan))
Result<Decision> decide(const ConfirmResponse& wish, const Desk& desk);
std::optional<World> world_of(const ConfirmResponse& wish, store::Rows& rows);

/// Refuses `response_unknown`, `already_active`, `already_closed`, `reason_missing`.
struct DeclineResponse {
    ResponseId response;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DeclineResponse, (), (response, reason))
Result<Decision> decide(const DeclineResponse& wish, const Desk& desk);
std::optional<World> world_of(const DeclineResponse& wish, store::Rows& rows);

/// Raises or lowers; levels may be skipped, and nobody asks whether the province went first. Refuses
/// `response_unknown`, `not_active`, `already_at_this_level`, `reason_missing`, `level_missing`.
struct ChangeLevel {
    ResponseId response;
    std::int64_t level = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ChangeLevel, (), (response, level, reason))
Result<Decision> decide(const ChangeLevel& wish, const Desk& desk);
std::optional<World> world_of(const ChangeLevel& wish, store::Rows& rows);

/// Ends it; open tasks are cancelled and open calls closed. Refuses `response_unknown`, `already_closed`, `not_active`.
struct CloseResponse {
    ResponseId response;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CloseResponse, (), (response, reason))
Result<Decision> decide(const CloseResponse& wish, const Desk& desk);
std::optional<World> world_of(const CloseResponse& wish, store::Rows& rows);

/// A person starts a response by hand; it is active at once. A proposal that waits for the same hazard and plan is
/// confirmed by it. In a drill that has not begun, it begins the drill. Refuses `plan_missing`, `plan_unknown`,
/// `level_missing`, `warning_unknown`, `world_mixed` (a real warning in a drill or the reverse), `already_active`,
/// `already_ended` (the drill).
struct StartResponse {
    std::string warning, incident;
    std::string plan;        ///< may be empty with a warning: the plan that matches it
    std::int64_t level = 0;  ///< 0 with a warning: the level that matches it
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(StartResponse, (), (warning, incident, plan, level, reason))
Result<Decision> decide(const StartResponse& wish, const Desk& desk);

/// Called by the deadline `response/<id>/<step>`: the step is due again.
struct RepeatStep {
    ResponseId response;
    std::string step;
    std::int64_t number = 2;
    std::int64_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(RepeatStep, (), (response, step, number, minutes))
Result<Decision> decide(const RepeatStep& wish, const Desk& desk);
std::optional<World> world_of(const RepeatStep& wish, store::Rows& rows);

}  // namespace anlan::response
