#pragma once

#include "http/endpoint.hpp"

namespace anlan::policy {

void add_endpoints(http::Endpoints& table);

}  // namespace anlan::policy
