#include "app/demo_building.hpp"

#include <map>

#include "app/grant.hpp"
#include "programme/building_commands.hpp"
#include "programme/building_queries.hpp"

namespace anlan::app {

namespace {

/// How many tasks of the plan's order a station has done, and every how manyth it finished late.
struct Pace {
    std::size_t done = 0, late_every = 0;
};
const std::map<std::string, Pace> kPaces{
    {"350581001000", {18, 0}}, {"350581102000", {13, 4}}, {"350581106000", {17, 9}}, {"350581103000", {8, 2}}};
constexpr std::int64_t kLateDays = 12;

std::string today_of(Node& node) {
    return to_local(node.writer().clock().now()).substr(0, 10);
}

bool has_plan(Node& node) {
    bool found = false;
    node.read([&](store::Rows& rows) { found = programme::build_plan(rows, 0).has_value(); });
    return found;
}

programme::BuildPlan plan_of_this_year(const std::string& year) {
    auto plan = programme::shipped_build_plan();
    plan.year = std::stoll(year);
    for (auto& task : plan.tasks) {
        task.begin.replace(0, 4, year);
        task.end.replace(0, 4, year);
    }
    return plan;
}

void tell_progress(Node& node, const programme::BuildPlan& plan, const Pace& pace) {
    const auto today = today_of(node);
    std::size_t place = 0;
    for (const auto* task : programme::in_order(plan.tasks)) {
        if (place++ == pace.done) return;
        const bool late = pace.late_every > 0 && place % pace.late_every == 0;
        auto day = programme::day_text(*programme::day_number(task->end) + (late ? kLateDays : 0));
        if (day > today) return;
        if (grant(
                node,
                programme::ReportBuildTask{
                    plan.year, task->id, programme::BuildState::done, day, late ? "材料到货晚（示例）" : ""}
            )
                .empty())
            return;
    }
}

}  // namespace

void seed_building(County& county) {
    for (auto& node : county.nodes()) {
        if (node->settings().facts.level() != Level::county || has_plan(*node)) continue;
        const auto plan = plan_of_this_year(today_of(*node).substr(0, 4));
        if (grant(*node, programme::AdoptBuildPlan{plan}).empty()) return;
        county.settle();
        for (auto& town : county.nodes())
            if (const auto pace = kPaces.find(town->settings().facts.area.text); pace != kPaces.end())
                tell_progress(*town, plan, pace->second);
    }
}

}  // namespace anlan::app
