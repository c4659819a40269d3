#pragma once

#include "documents/ports.hpp"
#include "http/endpoint.hpp"

namespace anlan::calls {

/// Without a writer the files are refused.
void add_endpoints(http::Endpoints& table, const documents::Writer* writer = nullptr);

}  // namespace anlan::calls
