#pragma once

#include "http/endpoint.hpp"

namespace anlan::devices {

void add_endpoints(http::Endpoints& table);

}  // namespace anlan::devices
