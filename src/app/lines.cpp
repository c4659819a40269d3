#include "app/lines.hpp"

#include "nats/nats_server.hpp"
#include "nats/sockets.hpp"

namespace anlan::app {

std::optional<nats::NatsPlace> line_place_of(const ConfiguredNode& configured) {
    const auto& above = configured.parentage;
    const bool climbs = above && above->leaf_port != 0;
    const bool takes = configured.nats && configured.nats->leaf_port != 0;
    if (!climbs && !takes) return std::nullopt;
    const auto asked = configured.nats.value_or(LineSettings{});
    nats::NatsPlace place;
    place.area = configured.settings.facts.area;
    place.server_binary = asked.server;
    place.dir = (configured.settings.folder / "nats").string();
    place.client_port = asked.client_port != 0 ? asked.client_port : nats::reserve_port().second;
    place.leaf_host = asked.leaf_host;
    place.leaf_port = asked.leaf_port;
    if (!climbs) return place;
    place.parent = above->area;
    place.parent_host = above->host;
    place.parent_leaf_port = static_cast<std::uint16_t>(above->leaf_port);
    place.own_seed = above->nkey_seed;
    place.parent_certificate = above->certificate;
    return place;
}

std::optional<links::Door> door_of(const nats::NatsPlace& place, const std::string& host) {
    if (place.leaf_port == 0) return std::nullopt;
    return links::Door{host, place.leaf_port, nats::own_certificate(place)};
}

std::vector<nats::NatsChild> children_of(const std::vector<links::Child>& joined) {
    std::vector<nats::NatsChild> children;
    for (const auto& child : joined) children.push_back({child.area, child.nkey});
    return children;
}

}  // namespace anlan::app
