#pragma once

#include <string>

#include "base/area.hpp"
#include "base/result.hpp"

/// The few words of the leaf protocol the uplink speaks itself. nats-server 2.9 opens a leaf with INFO from above and
/// CONNECT from below, and gives up when INFO takes longer than 1 s or the answer to CONNECT longer than 2 s. So the
/// uplink answers the local server in the parent's name and puts the nkey in, which a 2.9 leaf cannot do itself.
namespace anlan::nats {

struct LeafInfo {
    std::string line;   ///< "INFO {…}" as the parent sent it
    std::string nonce;  ///< to be signed
};

/// Refuses `not_a_leaf_port` for anything but a leaf's INFO.
Result<LeafInfo> read_leaf_info(std::string_view line);

/// What the local server is told: the parent's INFO without TLS and nonce, with the permissions of this link, and
/// without the promise of a second INFO. Then the parent's interest, known in advance, so that an urgent frame does not
/// wait another round trip.
std::string info_for_local(const LeafInfo& info, const AreaCode& own, const AreaCode& parent, std::uint16_t local_port);

/// The local server's CONNECT with the nkey and the signed nonce. Refuses `not_a_connect`, `seed_invalid`.
Result<std::string> connect_for_parent(std::string_view line, const std::string& seed, const std::string& nonce);

}  // namespace anlan::nats
