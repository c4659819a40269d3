#pragma once

#include "http/endpoint.hpp"
#include "optimise/program.hpp"

namespace anlan::duty {

/// `solver` proposes months; it outlives the table.
void add_endpoints(http::Endpoints& table, const optimise::Solver& solver);

}  // namespace anlan::duty
