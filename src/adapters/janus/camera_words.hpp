#pragma once

#include <string>

#include "base/reflect.hpp"
#include "sensors/ports.hpp"

/// What Janus' Streaming plugin is told, as of version 1.1.2.
namespace anlan::janus {

struct MountKeys {
    std::int64_t id = 0;      ///< 48 bits
    std::string pin, secret;  ///< to watch; to change it
};
/// H.264 by RTP to a port of this machine, which Janus chooses.
json::object create_mount(const MountKeys& keys, int payload_type);
/// The port, from the answer; 0: it says none.
std::int64_t port_in(const json::object& said);
json::object destroy_mount(const MountKeys& keys);
json::object watch_mount(const MountKeys& keys);

}  // namespace anlan::janus
