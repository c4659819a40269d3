#pragma once

#include "http/endpoint.hpp"

namespace anlan::grid {

/// Grids, patrols, reports; what a member's telephone keeps.
void add_endpoints(http::Endpoints& table);

}  // namespace anlan::grid
