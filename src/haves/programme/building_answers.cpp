#include "programme/building_answers.hpp"

#include <algorithm>

#include "organisation/queries.hpp"
#include "programme/queries.hpp"

namespace anlan::programme {

namespace {

BuilderAnswer builder(
    store::Rows& rows, const BuildPlan& plan, const AreaCode& kept, const AreaCode& node, const std::string& today
) {
    auto progress = progress_of(rows, kept, plan.year);
    std::erase_if(progress, [&](const auto& each) { return each.second.day > today; });
    BuilderAnswer answer;
    answer.node = node;
    answer.name = organisation::area_name(rows, node);
    for (const auto& each : forecast(plan.tasks, progress, today)) {
        const auto told = progress.find(each.id);
        const auto state = told == progress.end() ? BuildState::waiting : told->second.state;
        answer.done += state == BuildState::done;
        answer.late += state != BuildState::done && each.late_days > 0;
        answer.tasks.push_back(
            {each.id,
             to_text(state),
             told == progress.end() ? "" : told->second.day,
             told == progress.end() ? "" : told->second.note,
             each.begin,
             each.end,
             each.late_days,
             each.critical}
        );
        if (each.end > answer.ready_on) answer.ready_on = each.end, answer.late_days = each.late_days;
    }
    return answer;
}

}  // namespace

std::optional<WallChart> wall_chart(
    store::Rows& rows, const journal::NodeFacts& here, std::int64_t year, const std::string& today
) {
    auto plan = build_plan(rows, year);
    if (!plan) return std::nullopt;
    WallChart chart{std::move(*plan), {}};
    if (is_station(here)) {
        chart.stations.push_back(builder(rows, chart.plan, {}, here.area, today));
        return chart;
    }
    for (const auto& node : builders(rows, chart.plan.year))
        if (!node.text.empty()) chart.stations.push_back(builder(rows, chart.plan, node, node, today));
    return chart;
}

}  // namespace anlan::programme
