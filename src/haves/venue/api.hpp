#pragma once

#include "documents/labels.hpp"
#include "http/endpoint.hpp"

namespace anlan::venue {

/// The public's and the desk's. `writer` prints the codes for the wall; without one they are refused.
void add_endpoints(http::Endpoints& table, const documents::LabelWriter* writer = nullptr);

}  // namespace anlan::venue
