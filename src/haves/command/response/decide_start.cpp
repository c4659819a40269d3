#include <algorithm>

#include "response/commands.hpp"
#include "response/footing.hpp"
#include "response/queries.hpp"
#include "response/wanted.hpp"
#include "warning/queries.hpp"

namespace anlan::response {

namespace {

struct Choice {
    std::string hazard, plan, colour;
    std::int64_t level = 0;
};

/// The warning named, if it belongs to this world: what is a drill cannot start what is real, nor the reverse.
Result<std::optional<warning::WarningFacts>> warning_here(const StartResponse& wish, const Desk& desk) {
    if (wish.warning.empty()) return std::optional<warning::WarningFacts>{};
    auto found = warning::find_warning(desk.views, {wish.warning});
    if (!found) return refuse("warning_unknown", "warning", "没有这条预警", "there is no such warning");
    if (found->drill != desk.world.text())
        return refuse(
            "world_mixed",
            "warning",
            "演练与实战不能混用：这条预警不属于当前场景",
            "drill and reality do not mix: this warning belongs to the other one"
        );
    return found;
}

/// Of the plans here, the one that answers the warning with the highest level.
Choice choose_by_warning(const StartResponse& wish, const warning::WarningFacts& warning, const Desk& desk) {
    Choice choice{warning.hazard, wish.plan, to_text(warning.colour), wish.level};
    for (const auto& wanted : wanted_by(desk.views, desk.node, warning)) {
        if (!wish.plan.empty() && wanted.plan != wish.plan) continue;
        if (wish.level == 0 && (choice.level == 0 || wanted.level < choice.level)) {
            choice.level = wanted.level;
            choice.plan = wanted.plan;
        } else if (choice.plan.empty()) {
            choice.plan = wanted.plan;
        }
    }
    return choice;
}

Result<Choice> choose(
    const StartResponse& wish, const std::optional<warning::WarningFacts>& warning, const Desk& desk
) {
    auto choice = warning ? choose_by_warning(wish, *warning, desk) : Choice{"", wish.plan, "none", wish.level};
    if (choice.plan.empty()) return refuse("plan_missing", "plan", "请选按哪份预案启动", "choose the plan to start by");
    if (choice.hazard.empty()) {
        const auto approved = plan::approved_plan(desk.views, choice.plan);
        choice.hazard = approved && !approved->plan.hazards.empty() ? approved->plan.hazards.front() : "other";
    }
    return choice;
}

Result<void> open_drill(const Desk& desk, const std::string& hazard, journal::Events& events) {
    if (!desk.world.is_drill()) return done();
    const auto drill = warning::find_drill(desk.views, {desk.world.text()});
    if (drill && drill->ended_at) return refuse("already_ended", "drill", "这场演练已经结束", "this drill has ended");
    if (drill) return done();
    events.push_back(journal::event(
        desk.world.text(), warning::DrillStarted{"【演练】" + warning::hazard_name(hazard) + "应急响应", "", false}
    ));
    return done();
}

}  // namespace

Result<Decision> decide(const StartResponse& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(auto warning, warning_here(wish, desk));
    BOOST_OUTCOME_TRY(auto choice, choose(wish, warning, desk));
    BOOST_OUTCOME_TRY(auto chosen, choose_level(desk.views, choice.plan, choice.level));
    const auto open = open_response(desk.views, desk.world, choice.hazard, choice.plan);
    if (open && open->state == ResponseState::active)
        return refuse(
            "already_active",
            "plan",
            "该灾种按这份预案的响应已经启动，可以调整级别",
            "a response by this plan is active for this hazard; change its level instead"
        );
    journal::Events events;
    BOOST_OUTCOME_TRYV(open_drill(desk, choice.hazard, events));
    Footing footing;
    footing.hazard = choice.hazard;
    footing.warning = wish.warning.empty() && open ? open->warning : wish.warning;
    footing.incident = wish.incident;
    footing.colour = choice.colour;
    footing.area = desk.node.area;
    footing = footing_on(chosen, std::move(footing));
    const auto id = open ? open->id.text : desk.new_id();
    events.push_back(journal::event(
        id,
        ResponseActivated{
            footing,
            statement_of(chosen, footing, desk.now),
            wish.reason,
            desk.person(),
            vacant_posts(desk.views, chosen.level, desk.node.area),
            repeats_of(chosen.level)}
    ));
    return journal::decided(std::move(events), id);
}

}  // namespace anlan::response
