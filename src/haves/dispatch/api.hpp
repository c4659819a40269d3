#pragma once

#include "documents/ports.hpp"
#include "http/endpoint.hpp"
#include "optimise/program.hpp"

namespace anlan::dispatch {

/// `solver` and `writer` outlive the table.
void add_endpoints(http::Endpoints& table, const optimise::Solver& solver, const documents::Writer* writer);

}  // namespace anlan::dispatch
