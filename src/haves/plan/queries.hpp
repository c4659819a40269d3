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
std::string plan_title(store::Rows& rows, const std::string& id);  ///< the id itself if unknown

}  // namespace anlan::plan
