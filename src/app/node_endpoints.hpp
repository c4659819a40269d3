#pragma once

#include "app/announcing.hpp"
#include "app/calling.hpp"
#include "app/conferring.hpp"
#include "app/node.hpp"
#include "app/rooms.hpp"
#include "app/sensing.hpp"
#include "app/watching.hpp"

namespace anlan::app {

/// What a node's endpoints are made of. Everything named here lives as long as the node.
struct NodeParts {
    const NodeSettings& settings;
    const Surroundings& surroundings;
    const seal::KeyPair& key;
    const Ports& outside;  ///< ports of the adapters
    journal::Writer& writer;
    live::Hub& hub;
    Sensing& sensing;
    Announcing& announcing;
    Conferring& conferring;
    Watching& watching;
    const platforms::Packages* platforms = nullptr;  ///< none: no broadcasting platform is configured
    Calling& calling;
    subscriptions::PushService push;
    std::function<std::vector<federation::LinkState>()> links;
    const meetings::Relay* relay = nullptr;  ///< none: browsers in meetings connect directly
};

/// Adds every endpoint of the station: those of the rooms, and those that belong to no room.
void add_node_endpoints(http::Endpoints& endpoints, const NodeParts& parts);

}  // namespace anlan::app
