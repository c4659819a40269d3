#include "response/footing.hpp"

#include <fmt/format.h>

#include "organisation/queries.hpp"
#include "warning/queries.hpp"

namespace anlan::response {

Result<ChosenLevel> choose_level(store::Rows& rows, const std::string& plan, std::int64_t level) {
    auto approved = plan::approved_plan(rows, plan);
    if (!approved)
        return refuse(
            "plan_unknown",
            "plan",
            "没有这份已批准的预案，请先批准预案",
            "there is no such approved plan; approve it first"
        );
    const auto* chosen = plan::level_of(approved->plan, level);
    if (chosen == nullptr)
        return refuse(
            "level_missing",
            "level",
            "预案里没有这个响应级别，请另选",
            "the plan has no such response level; choose another"
        );
    auto copy = *chosen;
    return ChosenLevel{std::move(*approved), std::move(copy)};
}

Footing footing_on(const ChosenLevel& chosen, Footing rest) {
    rest.level = chosen.level.level;
    rest.plan = chosen.approved.plan.id;
    rest.plan_title = chosen.approved.plan.title;
    rest.plan_title_en = chosen.approved.plan.title_en;
    rest.plan_version = chosen.approved.version;
    if (rest.colour.empty() || rest.colour == "none") {
        static constexpr const char* kByLevel[] = {"none", "red", "orange", "yellow", "blue"};
        rest.colour = kByLevel[rest.level];
    }
    return rest;
}

Statement statement_of(const ChosenLevel& chosen, const Footing& footing, Instant now) {
    return {
        fmt::format("启动{}{}级应急响应", warning::hazard_name(footing.hazard), plan::roman(footing.level)),
        fmt::format("{} response, level {}", warning::hazard_name(footing.hazard, true), plan::roman(footing.level)),
        chosen.level.measures,
        chosen.level.measures_en.empty() ? chosen.level.measures : chosen.level.measures_en,
        now + std::chrono::hours{chosen.level.expected_hours}};
}

std::vector<Repeat> repeats_of(const plan::PlanLevel& level) {
    std::vector<Repeat> repeats;
    for (const auto& step : level.steps)
        if (step.repeat_minutes > 0) repeats.push_back({step.id, step.repeat_minutes});
    return repeats;
}

std::vector<std::string> vacant_posts(store::Rows& rows, const plan::PlanLevel& level, const AreaCode& area) {
    std::vector<std::string> vacant;
    for (const auto& code : level.calls) {
        const auto posts = organisation::posts_of(rows, code, area);
        if (posts.empty() && organisation::people_of_line(rows, code).empty()) vacant.push_back(code);
        for (const auto& post : posts)
            if (post.holder.empty() && post.deputy.empty()) vacant.push_back(post.title);
    }
    return vacant;
}

}  // namespace anlan::response
