#pragma once

#include "http/endpoint.hpp"

namespace anlan::warehouse {

void add_supply_endpoints(http::Endpoints& table);

}  // namespace anlan::warehouse
