#pragma once

#include "http/endpoint.hpp"

namespace anlan::programme {

void add_endpoints(http::Endpoints& table);

}  // namespace anlan::programme
