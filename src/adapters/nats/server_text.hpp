#pragma once

#include <string>

#include "nats/place.hpp"

namespace anlan::nats {

/// The configuration of a node's own nats-server. `uplink_port`: the loopback port where the uplink stands for the
/// parent; `password` lets this node's own connections in.
std::string server_text(const NatsPlace& place, std::uint16_t uplink_port, const std::string& password);

}  // namespace anlan::nats
