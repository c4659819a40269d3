#pragma once

#include "http/endpoint.hpp"

namespace anlan::venue {

/// The public's and the desk's.
void add_endpoints(http::Endpoints& table);

}  // namespace anlan::venue
