#pragma once

#include <optional>

#include "http/endpoint.hpp"

namespace anlan::http {

/// Whether this caller may come to this endpoint at all. Refuses `login_wanted`, `not_permitted`. What area they may
/// see and act in is the endpoint's own business.
std::optional<Refusal> turned_away(const Endpoint& endpoint, const Caller& caller);

}  // namespace anlan::http
