#include "response/wanted.hpp"

#include <array>

#include "organisation/queries.hpp"
#include "policy/queries.hpp"
#include "warning/queries.hpp"

namespace anlan::response {

namespace {

/// A matter as plans see it, and what of it goes on the record.
struct Matter {
    plan::Occasion occasion;
    std::string warning, ordered_by, colour;
};

Matter matter_of(const warning::WarningFacts& warning) {
    Matter matter{{}, warning.id.text, {}, to_text(warning.colour)};
    auto& occasion = matter.occasion;
    occasion.hazard = warning.hazard;
    occasion.colour = enum_from<plan::TriggerColour>(matter.colour).value_or(plan::TriggerColour::none);
    occasion.weather_level = warning.weather_level;
    occasion.source_name = warning.sender_name;
    occasion.hazard_name_zh = warning::hazard_name(warning.hazard);
    occasion.hazard_name_en = warning::hazard_name(warning.hazard, true);
    for (const auto& area : warning.areas)
        occasion.areas.insert(occasion.areas.end(), area.codes.begin(), area.codes.end());
    return matter;
}

Matter matter_of(store::Rows& rows, const Order& order) {
    Matter matter{{}, {}, order.id, colour_of_level(order.level)};
    auto& occasion = matter.occasion;
    occasion.hazard = order.hazard;
    occasion.ordered_level = order.level;
    occasion.source_name = organisation::area_name(rows, order.node);
    occasion.hazard_name_zh = warning::hazard_name(order.hazard);
    occasion.hazard_name_en = warning::hazard_name(order.hazard, true);
    return matter;
}

Wanted wanted_of(const plan::Called& called, const Matter& matter) {
    return {
        called.plan,
        called.level,
        matter.warning,
        matter.ordered_by,
        matter.colour,
        called.reason_zh,
        called.reason_en};
}

plan::ColourLevels defaults(store::Rows& rows) {
    plan::ColourLevels levels;
    for (const auto colour :
         {plan::TriggerColour::blue,
          plan::TriggerColour::yellow,
          plan::TriggerColour::orange,
          plan::TriggerColour::red})
        levels.of[static_cast<std::size_t>(colour)] =
            static_cast<std::int64_t>(policy::number(rows, "response.level." + to_text(colour)));
    return levels;
}

std::vector<Wanted> by_all_plans(store::Rows& rows, const journal::NodeFacts& node, const Matter& matter) {
    std::vector<plan::Plan> shelf;
    for (auto& approved : plan::approved_plans(rows, to_text(node.level()))) shelf.push_back(std::move(approved.plan));
    std::vector<Wanted> all;
    for (const auto& called : plan::match_all(shelf, matter.occasion, defaults(rows)))
        all.push_back(wanted_of(called, matter));
    return all;
}

}  // namespace

std::vector<Wanted> wanted_by(store::Rows& rows, const journal::NodeFacts& node, const warning::WarningFacts& warning) {
    return by_all_plans(rows, node, matter_of(warning));
}

std::vector<Wanted> wanted_by(store::Rows& rows, const journal::NodeFacts& node, const Order& order) {
    return by_all_plans(rows, node, matter_of(rows, order));
}

std::vector<Order> orders_now(
    store::Rows& rows, const World& world, const journal::NodeFacts& node, const std::string& hazard
) {
    auto orders = rows.select<Order>(
        "SELECT id, node, hazard, level FROM other_response WHERE drill = :d AND hazard = :h AND state = 'active' "
        "ORDER BY level, node, id",
        world.text(),
        hazard
    );
    std::erase_if(orders, [&](const auto& order) { return !order.node.contains(node.area); });
    return orders;
}

std::optional<Wanted> wanted_now(
    store::Rows& rows,
    const World& world,
    const journal::NodeFacts& node,
    const plan::Plan& plan,
    const std::string& hazard
) {
    std::vector<Matter> matters;
    for (const auto& force : warning::in_force(rows, world)) {
        if (force.hazard != hazard) continue;
        if (force.signal) matters.push_back(matter_of(*force.signal));
        if (force.weather) matters.push_back(matter_of(*force.weather));
    }
    for (const auto& order : orders_now(rows, world, node, hazard)) matters.push_back(matter_of(rows, order));
    const auto levels = defaults(rows);
    std::optional<Wanted> best;
    for (const auto& matter : matters) {
        const auto called = plan::match(plan, matter.occasion, levels);
        if (called && (!best || called->level < best->level)) best = wanted_of(*called, matter);
    }
    return best;
}

std::string colour_of_level(std::int64_t level) {
    static constexpr std::array<const char*, 5> kColours{"none", "red", "orange", "yellow", "blue"};
    return level >= 1 && level <= 4 ? kColours[static_cast<std::size_t>(level)] : "none";
}

}  // namespace anlan::response
