#pragma once

#include "http/endpoint.hpp"
#include "meetings/ports.hpp"

namespace anlan::meetings {

/// Without a hall meetings can be looked up, but nobody can sit down in one. Without a relay browsers connect directly.
void add_endpoints(http::Endpoints& table, Hall* hall = nullptr, const Relay* relay = nullptr);

}  // namespace anlan::meetings
