#pragma once

#include "journal/desk.hpp"
#include "plan/queries.hpp"
#include "response/events.hpp"

/// Putting a level of a plan in force: the checks and words that starting, confirming and changing share.
namespace anlan::response {

/// The plan as approved, with the level asked for. Refuses `plan_unknown`, `level_missing`.
struct ChosenLevel {
    plan::ApprovedPlan approved;
    plan::PlanLevel level;
};
Result<ChosenLevel> choose_level(store::Rows& rows, const std::string& plan, std::int64_t level);

/// The footing on that plan and level.
Footing footing_on(const ChosenLevel& chosen, Footing rest);

Statement statement_of(const ChosenLevel& chosen, const Footing& footing, Instant now);
std::vector<Repeat> repeats_of(const plan::PlanLevel& level);

/// Posts that are to be called and have neither a holder nor a deputy; the code where no such post or line exists at
/// all.
std::vector<std::string> vacant_posts(store::Rows& rows, const plan::PlanLevel& level, const AreaCode& area);

}  // namespace anlan::response
