#pragma once

#include "http/endpoint.hpp"
#include "warning/answers.hpp"
#include "warning/ports.hpp"

namespace anlan::warning {

/// What the endpoints need of the outside world. The ports must outlive the table.
struct Surroundings {
    const AlertReader& reader;
    const AlertWriter& writer;
    const AreaMatcher& matcher;
    ResponsesOf responses_of;  ///< from the response room above; may be empty
};

/// Warnings, typhoons, drills.
void add_endpoints(http::Endpoints& table, const Surroundings& surroundings);

}  // namespace anlan::warning
