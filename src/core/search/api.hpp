#pragma once

#include "http/endpoint.hpp"

namespace anlan::search {

/// GET /api/v1/search?q=…
void add_endpoints(http::Endpoints& table);

}  // namespace anlan::search
