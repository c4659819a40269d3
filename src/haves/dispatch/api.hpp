#pragma once

#include "documents/ports.hpp"
#include "geo/roads.hpp"
#include "http/endpoint.hpp"
#include "optimise/program.hpp"

namespace anlan::dispatch {

/// All outlive the table. `roads` may be none: then ways are measured on the straight line.
void add_endpoints(
    http::Endpoints& table,
    const optimise::Solver& solver,
    const documents::Writer* writer,
    const geo::Roads* roads = nullptr
);

}  // namespace anlan::dispatch
