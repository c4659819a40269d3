#include "app/node_endpoints.hpp"

#include "app/companions.hpp"
#include "app/public_board.hpp"
#include "app/public_photos.hpp"
#include "app/system_api.hpp"
#include "attach/api.hpp"
#include "attach/cabinet.hpp"
#include "enforcement/outside_api.hpp"
#include "hooks/room.hpp"
#include "links/api.hpp"

namespace anlan::app {

namespace {

std::filesystem::path attachments_of(const NodeParts& parts) {
    return parts.settings.folder / "attachments";
}

/// The ports a request may need beside those the adapters give: devices and sound of this very station.
Ports ports_of(const NodeParts& parts) {
    auto ports = parts.outside;
    ports.short_messages = parts.surroundings.short_messages;
    ports.readings = &parts.sensing;
    ports.speech = &parts.announcing.speech();
    ports.heartbeats = &parts.announcing;
    ports.hall = parts.conferring.hall();
    ports.relay = parts.relay;
    ports.live_cameras = parts.watching.cameras();
    ports.note_look = parts.watching.note();
    ports.platforms = parts.platforms;
    ports.channel_health = [&calling = parts.calling](calls::Channel channel) { return calling.health(channel); };
    ports.push = parts.push;
    ports.attachment = [cabinet = attach::Cabinet(attachments_of(parts))](const std::string& id) {
        return cabinet.read(id);
    };
    return ports;
}

CompanionView companion_view(const NodeParts& parts) {
    CompanionView view;
    view.hall = parts.conferring.hall();
    view.intake = [&sensing = parts.sensing] { return sensing.intake(); };
    view.channel = [&calling = parts.calling](calls::Channel channel) { return calling.health(channel); };
    view.modem = parts.surroundings.short_messages;
    view.line = static_cast<bool>(parts.surroundings.door);
    view.links_up = [links = parts.links] {
        std::vector<bool> up;
        for (const auto& each : links()) up.push_back(each.up);
        return up;
    };
    return view;
}

links::LinksView links_view(const NodeParts& parts) {
    links::LinksView view;
    view.links = parts.links;
    view.rooms = [&writer = parts.writer] { return &writer.rooms(); };
    view.key = [&key = parts.key]() -> const seal::KeyPair& { return key; };
    view.door = parts.surroundings.door;
    return view;
}

}  // namespace

void add_node_endpoints(http::Endpoints& endpoints, const NodeParts& parts) {
    add_room_endpoints(endpoints, ports_of(parts));
    SystemView view{
        parts.settings.facts,
        &parts.writer.rooms(),
        &parts.hub,
        [&endpoints] { return &endpoints; },
        attachments_of(parts),
        parts.settings.demo,
        parts.surroundings.clock.now()};
    add_system_endpoints(endpoints, view);
    add_companion_endpoint(endpoints, companion_view(parts));
    attach::add_endpoints(endpoints, view.attachments);
    enforcement::add_outside_endpoints(endpoints, keeper_of_pictures(view.attachments));
    add_suggestion_endpoint(endpoints);
    add_public_board(endpoints);
    hooks::add_endpoints(endpoints, [&writer = parts.writer]() -> const std::vector<journal::Room>& {
        return writer.rooms();
    });
    links::add_endpoints(endpoints, links_view(parts));
}

}  // namespace anlan::app
