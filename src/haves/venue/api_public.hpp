#pragma once

#include "http/endpoint.hpp"

namespace anlan::venue {

/// What anybody may ask and do without a login.
void add_public_endpoints(http::Endpoints& table);

}  // namespace anlan::venue
