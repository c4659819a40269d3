#pragma once

#include <cstdint>
#include <string>

namespace anlan::app {

/// [node.mqtt]: the broker that devices speak to.
struct BrokerSettings {
    std::string host;
    std::uint16_t port = 1883;
    std::string user, password, authority_file, client;
};

}  // namespace anlan::app
