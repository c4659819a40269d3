#include "plan/minimums.hpp"

#include <algorithm>
#include <cmath>

#include "plan/queries.hpp"
#include "warehouse/commands.hpp"
#include "warehouse/queries.hpp"

namespace anlan::plan {

namespace {

constexpr std::string_view kSubject = "plan/";

/// Everything in a level happens at once, so its needs add up; of several levels the largest counts.
std::map<std::string, double> stock_of(const Plan& plan) {
    std::map<std::string, double> most;
    for (const auto& level : plan.levels) {
        std::map<std::string, double> sum;
        for (const auto& step : level.steps)
            for (const auto& need : step.needs)
                if (need.kind == "stock") sum[need.what] += need.quantity;
        for (const auto& [what, quantity] : sum) most[what] = std::max(most[what], quantity);
    }
    return most;
}

}  // namespace

journal::Wishes set_minimums(const journal::Cause& cause, const PlanApproved&) {
    if (!cause.mine || !cause.entry.subject.starts_with(kSubject)) return {};
    const auto id = cause.entry.subject.substr(kSubject.size());
    const auto plan = approved_plan(cause.views, id);
    // A village's plan is for each of its villages; the station's store is measured by the town's own.
    if (!plan || plan->plan.scope == "village") return {};
    warehouse::SetMinimums wish{"plan:" + id, {}};
    for (const auto& [what, quantity] : stock_of(plan->plan)) {
        const auto item = warehouse::item_facts(cause.views, what);
        if (!item) continue;
        const auto least = warehouse::in_grains(std::ceil(quantity), item->grain);
        if (least) wish.least.push_back({item->name, *least});
    }
    return {journal::wish(World::real(), "system:plan", std::move(wish))};
}

}  // namespace anlan::plan
