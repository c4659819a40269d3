#pragma once

#include "http/endpoint.hpp"

namespace anlan::organisation {

void add_endpoints(http::Endpoints& table);

}  // namespace anlan::organisation
