#pragma once

#include "documents/ports.hpp"
#include "http/endpoint.hpp"

namespace anlan::enforcement {

/// `papers` may be null: then no document is made; else it must outlive the table.
void add_endpoints(http::Endpoints& table, const documents::Writer* papers);

}  // namespace anlan::enforcement
