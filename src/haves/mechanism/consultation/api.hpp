#pragma once

#include "documents/ports.hpp"
#include "http/endpoint.hpp"

namespace anlan::consultation {

/// `writer` makes the minutes; without one they are refused.
void add_endpoints(http::Endpoints& table, const documents::Writer* writer = nullptr);

}  // namespace anlan::consultation
