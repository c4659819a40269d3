#include "response/wanted.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "organisation/queries.hpp"
#include "plan/match.hpp"
#include "warning/hazards.hpp"

namespace anlan::response {

namespace {

bool answers(const plan::Trigger& trigger, const Order& order, std::int64_t level) {
    if (trigger.kind != plan::TriggerKind::order) return false;
    if (!trigger.hazard.empty() && trigger.hazard != order.hazard) return false;
    return trigger.grade > 0 ? order.level <= trigger.grade : order.level == level;
}

void keep_higher(std::optional<Wanted>& best, std::optional<Wanted> other) {
    if (other && (!best || other->level < best->level)) best = std::move(other);
}

}  // namespace

std::vector<plan::ApprovedPlan> plans_here(store::Rows& rows, const journal::NodeFacts& node) {
    return plan::approved_plans(rows, to_text(node.level()));
}

std::optional<Wanted> wanted_by(const plan::Plan& plan, const warning::WarningFacts& warning) {
    const plan::Occasion occasion{
        warning.hazard,
        enum_from<plan::TriggerColour>(to_text(warning.colour)).value_or(plan::TriggerColour::none),
        warning.weather_level,
        warning.sender_name,
        warning::hazard_name(warning.hazard),
        warning::hazard_name(warning.hazard, true)};
    const auto called = plan::match(plan, occasion);
    if (!called) return std::nullopt;
    return Wanted{called->level, warning.id.text, {}, to_text(warning.colour), called->reason_zh, called->reason_en};
}

std::optional<Wanted> wanted_by(const plan::Plan& plan, const Order& order, const std::string& node_name) {
    if (std::find(plan.hazards.begin(), plan.hazards.end(), order.hazard) == plan.hazards.end()) return std::nullopt;
    std::optional<Wanted> best;
    for (const auto& level : plan.levels) {
        const auto answering = [&](const auto& trigger) { return answers(trigger, order, level.level); };
        if (std::none_of(level.triggers.begin(), level.triggers.end(), answering)) continue;
        keep_higher(
            best,
            Wanted{
                level.level, {}, order.id, colour_of_level(order.level),
                fmt::format(
                    "{}已启动{}{}级应急响应，预案“{}”要求启动{}级", node_name, warning::hazard_name(order.hazard),
                    plan::roman(order.level), plan.title, plan::roman(level.level)
                ),
                fmt::format(
                    "{} has started level {} for {}; plan \"{}\" answers with level {}", node_name, plan::roman(order.level),
                    warning::hazard_name(order.hazard, true), plan.title_en.empty() ? plan.title : plan.title_en,
                    plan::roman(level.level)
                )}
        );
    }
    return best;
}

std::optional<Wanted> wanted_now(
    store::Rows& rows, const World& world, const journal::NodeFacts& node, const plan::Plan& plan, const std::string& hazard
) {
    std::optional<Wanted> best;
    for (const auto& force : warning::in_force(rows, world)) {
        if (force.hazard != hazard) continue;
        if (force.signal) keep_higher(best, wanted_by(plan, *force.signal));
        if (force.weather) keep_higher(best, wanted_by(plan, *force.weather));
    }
    for (const auto& order : rows.select<Order>(
             "SELECT id, node, hazard, level FROM other_response WHERE drill = :d AND hazard = :h AND state = 'active' "
             "ORDER BY level, node, id",
             world.text(), hazard
         ))
        if (order.node.contains(node.area)) keep_higher(best, wanted_by(plan, order, organisation::area_name(rows, order.node)));
    return best;
}

std::string colour_of_level(std::int64_t level) {
    static constexpr std::array<const char*, 5> kColours{"none", "red", "orange", "yellow", "blue"};
    return level >= 1 && level <= 4 ? kColours[static_cast<std::size_t>(level)] : "none";
}

}  // namespace anlan::response
