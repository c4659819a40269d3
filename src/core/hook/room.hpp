#pragma once

#include <functional>

#include "http/endpoint.hpp"
#include "journal/room.hpp"

namespace anlan::hooks {

journal::Room make_room();

/// `rooms`: those of the node, asked when somebody wants to know what can be told.
void add_endpoints(http::Endpoints& table, std::function<const std::vector<journal::Room>&()> rooms);

}  // namespace anlan::hooks
