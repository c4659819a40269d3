#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "base/area.hpp"

namespace anlan::nats {

/// A node that may connect to this one.
struct NatsChild {
    AreaCode area;
    std::string public_nkey;  ///< "U…", see nkey.hpp
    bool operator==(const NatsChild&) const = default;
};
BOOST_DESCRIBE_STRUCT(NatsChild, (), (area, public_nkey))

/// All a node has to know to stand in the line: what `anlan node join` writes down.
struct NatsPlace {
    AreaCode area;  ///< this node
    std::string server_binary = "nats-server";
    std::string dir;                ///< configuration, log, certificate, store; belongs to the line alone
    std::uint16_t client_port = 0;  ///< on loopback, for this node's own use
    std::string leaf_host = "0.0.0.0";
    std::uint16_t leaf_port = 0;  ///< where children connect; 0: it takes no children
    AreaCode parent;              ///< the neighbour above; unused while parent_host is empty
    std::string parent_host;
    std::uint16_t parent_leaf_port = 0;
    std::string own_seed;            ///< "SU…"; its public half stands among the parent's children
    std::string parent_certificate;  ///< PEM, pinned
    std::vector<NatsChild> children;

    bool has_parent() const { return !parent_host.empty(); }
};
BOOST_DESCRIBE_STRUCT(
    NatsPlace,
    (),
    (area,
     server_binary,
     dir,
     client_port,
     leaf_host,
     leaf_port,
     parent,
     parent_host,
     parent_leaf_port,
     own_seed,
     parent_certificate,
     children)
)

}  // namespace anlan::nats
