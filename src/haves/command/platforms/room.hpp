#pragma once

#include "http/endpoint.hpp"
#include "journal/room.hpp"
#include "platforms/ports.hpp"

namespace anlan::platforms {

journal::Room make_room();

/// Without `packages` (nothing configured) the door for packages says so and what to configure.
void add_endpoints(http::Endpoints& table, const Packages* packages);

}  // namespace anlan::platforms
