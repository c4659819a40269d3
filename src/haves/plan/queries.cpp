#include "plan/queries.hpp"

namespace anlan::plan {

namespace {

struct Row {
    Plan document;
    std::int64_t approved = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (), (document, approved))

constexpr const char* kApproved =
    "SELECT v.document, p.approved FROM plan p JOIN plan_version v ON v.id = p.id AND v.version = p.approved ";

}  // namespace

std::vector<ApprovedPlan> approved_plans(store::Rows& rows, const std::string& scope) {
    std::vector<ApprovedPlan> plans;
    for (auto& row :
         rows.select<Row>(std::string(kApproved) + "WHERE :s1 = '' OR p.scope = :s2 ORDER BY p.id", scope, scope))
        plans.push_back({std::move(row.document), row.approved});
    return plans;
}

std::optional<ApprovedPlan> approved_plan(store::Rows& rows, const std::string& id) {
    auto row = rows.first<Row>(std::string(kApproved) + "WHERE p.id = :i", id);
    if (!row) return std::nullopt;
    return ApprovedPlan{std::move(row->document), row->approved};
}

std::vector<PlanStanding> plans_standing(store::Rows& rows) {
    return rows.select<PlanStanding>("SELECT id, title, kind, scope, approved_at, filed_at FROM plan ORDER BY id");
}

std::string plan_title(store::Rows& rows, const std::string& id) {
    return rows.value<std::string>("SELECT title FROM plan WHERE id = :i", id).value_or(id);
}

}  // namespace anlan::plan
