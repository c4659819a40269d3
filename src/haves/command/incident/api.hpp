#pragma once

#include "documents/ports.hpp"
#include "http/endpoint.hpp"

namespace anlan::incident {

/// `writer` makes DOCX and PDF of reports; without one those two refuse.
void add_endpoints(http::Endpoints& table, const documents::Writer* writer);

}  // namespace anlan::incident
