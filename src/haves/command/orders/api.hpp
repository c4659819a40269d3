#pragma once

#include "http/endpoint.hpp"
#include "orders/ports.hpp"

namespace anlan::orders {

void add_endpoints(http::Endpoints& table, FindInForce find_in_force);

}  // namespace anlan::orders
