#pragma once

#include "programme/package_api.hpp"

namespace anlan::programme {

void add_endpoints(http::Endpoints& table, const Surroundings& surroundings);

}  // namespace anlan::programme
