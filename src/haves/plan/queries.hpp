#pragma once

#include "plan/match.hpp"
#include "store/rows.hpp"

/// What upper rooms may ask of plans: the document, which level an occasion calls for (match.hpp), and what is
/// approved.
namespace anlan::plan {

struct ApprovedPlan {
    Plan plan;
    std::int64_t version = 0;
};

/// Approved plans of this node, of the scope its level works by (a town its town plans).
std::vector<ApprovedPlan> approved_plans(store::Rows& rows, const std::string& scope);
std::optional<ApprovedPlan> approved_plan(store::Rows& rows, const std::string& id);
/// How a plan stands: when approved and filed, if it was.
struct PlanStanding {
    std::string id, title;
    PlanKind kind = PlanKind::special;
    std::string scope;  ///< town or village
    std::optional<Instant> approved_at, filed_at;
};
BOOST_DESCRIBE_STRUCT(PlanStanding, (), (id, title, kind, scope, approved_at, filed_at))
std::vector<PlanStanding> plans_standing(store::Rows& rows);

std::string plan_title(store::Rows& rows, const std::string& id);  ///< the id itself if unknown

}  // namespace anlan::plan
