#pragma once

#include "documents/ports.hpp"
#include "http/endpoint.hpp"
#include "orders/ports.hpp"

namespace anlan::orders {

/// Without a writer the files are refused.
void add_endpoints(http::Endpoints& table, FindInForce find_in_force, const documents::Writer* writer = nullptr);

}  // namespace anlan::orders
