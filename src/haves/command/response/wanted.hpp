#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/desk.hpp"
#include "plan/queries.hpp"
#include "warning/queries.hpp"

/// Which level the weather and the orders from above call for, by our plans.
namespace anlan::response {

struct Wanted {
    std::string plan;
    std::int64_t level = 0;
    std::string warning, ordered_by;  ///< one of them
    std::string colour;
    std::string reason_zh, reason_en;
};

/// A response above, active now, that our plans take as an order (上下联动, R23).
struct Order {
    std::string id;
    AreaCode node;
    std::string hazard;
    std::int64_t level = 4;
};
BOOST_DESCRIBE_STRUCT(Order, (), (id, node, hazard, level))

/// What each approved plan of this node's level makes of it; one entry a plan that is called.
std::vector<Wanted> wanted_by(store::Rows& rows, const journal::NodeFacts& node, const warning::WarningFacts& warning);
std::vector<Wanted> wanted_by(store::Rows& rows, const journal::NodeFacts& node, const Order& order);

/// Orders in force here for a hazard, the highest first.
std::vector<Order> orders_now(
    store::Rows& rows, const World& world, const journal::NodeFacts& node, const std::string& hazard
);

/// By one plan, the highest level that anything in force for this hazard calls for: the strongest signal, the weather
/// service's level, and the responses above us. Nothing: no reason for a response is left.
std::optional<Wanted> wanted_now(
    store::Rows& rows,
    const World& world,
    const journal::NodeFacts& node,
    const plan::Plan& plan,
    const std::string& hazard
);

/// "red" for Ⅰ … "blue" for Ⅳ: the clocks of calls and confirmations go by colour.
std::string colour_of_level(std::int64_t level);

}  // namespace anlan::response
