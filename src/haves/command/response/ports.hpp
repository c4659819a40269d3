#pragma once

#include <functional>
#include <optional>

#include "base/area.hpp"

namespace anlan::response {

/// Whether the link to a node below stands; nothing if there is no node.
using LinkUp = std::function<std::optional<bool>(const AreaCode&)>;

}  // namespace anlan::response
