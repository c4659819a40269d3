#pragma once

#include "http/endpoint.hpp"
#include "subscriptions/ports.hpp"

namespace anlan::subscriptions {

/// A person's own devices; nobody sees another's.
void add_endpoints(http::Endpoints& table, const PushService& service);

}  // namespace anlan::subscriptions
