#pragma once

#include "calls/ports.hpp"
#include "http/endpoint.hpp"

namespace anlan::calls {

using AskHealth = std::function<ChannelHealth(Channel)>;

/// Channels of calls and people's orders of them. Without `health` only the page on the telephone is there.
void add_channel_endpoints(http::Endpoints& table, const AskHealth& health);

}  // namespace anlan::calls
