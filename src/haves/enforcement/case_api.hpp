#pragma once

#include "http/endpoint.hpp"

namespace anlan::enforcement {

/// Cases, the authority register, what was transferred, and the public list of penalties.
void add_case_endpoints(http::Endpoints& table);

}  // namespace anlan::enforcement
