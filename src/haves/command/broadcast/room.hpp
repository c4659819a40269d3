#pragma once

#include "broadcast/ports.hpp"
#include "http/endpoint.hpp"
#include "journal/room.hpp"

namespace anlan::broadcast {

journal::Room make_room();

struct Ports {
    const Speech* speech = nullptr;          ///< none: nothing here can speak
    const Heartbeats* heartbeats = nullptr;  ///< none: a replay or the description of the API
};
void add_endpoints(http::Endpoints& table, Ports ports);

}  // namespace anlan::broadcast
