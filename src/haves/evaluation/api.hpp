#pragma once

#include "documents/ports.hpp"
#include "http/endpoint.hpp"

namespace anlan::evaluation {

void add_endpoints(http::Endpoints& table, const documents::Writer* writer);

}  // namespace anlan::evaluation
