#pragma once

#include <optional>

#include "app/config.hpp"
#include "links/join_words.hpp"
#include "links/queries.hpp"
#include "nats/place.hpp"

/// What a node's configuration and its parentage say about its line over the network.
namespace anlan::app {

/// Nothing when the node takes no children in ([node.nats]) and has joined nobody who can be reached.
std::optional<nats::NatsPlace> line_place_of(const ConfiguredNode& configured);

/// Where children connect; nothing when the line takes none.
std::optional<links::Door> door_of(const nats::NatsPlace& place, const std::string& host);

std::vector<nats::NatsChild> children_of(const std::vector<links::Child>& joined);

}  // namespace anlan::app
