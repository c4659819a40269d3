#pragma once

#include "documents/ports.hpp"
#include "http/endpoint.hpp"
#include "optimise/program.hpp"

namespace anlan::duty {

/// `solver` proposes months, `writer` makes workbooks; both outlive the table.
void add_endpoints(http::Endpoints& table, const optimise::Solver& solver, const documents::Writer* writer);

/// Part of it: the log, handovers, roll-calls, statistics.
void add_log_endpoints(http::Endpoints& table, const documents::Writer* writer);

}  // namespace anlan::duty
