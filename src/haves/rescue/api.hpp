#pragma once

#include "http/endpoint.hpp"

namespace anlan::rescue {

inline constexpr const char *kView = "team.view", *kKeep = "team.keep";

void add_callout_endpoints(http::Endpoints& table);
void add_training_endpoints(http::Endpoints& table);

}  // namespace anlan::rescue
