#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/world.hpp"
#include "store/rows.hpp"

namespace anlan::orders {

/// What an order to activate needs to know of a response of this node; responses live above this room.
struct InForce {
    World world = World::real();
    std::string hazard;
    std::int64_t level = 0;
};
/// Nothing for a response that is unknown or not active.
using FindInForce = std::function<std::optional<InForce>(store::Rows&, const std::string& response)>;

}  // namespace anlan::orders
