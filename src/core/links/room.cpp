#include "links/room.hpp"

#include "links/project.hpp"
#include "links/project_join.hpp"

namespace anlan::links {

std::string_view views_sql();

namespace {

constexpr const char* kActor = "system:federation";

template <journal::EventBody E>
journal::Wish note(const AreaCode& neighbour, E body) {
    auto decide = [neighbour, body = std::move(body)](const journal::Desk&) -> Result<journal::Decision> {
        return journal::decided(journal::event("link/" + neighbour.text, body));
    };
    return {World::real(), kActor, std::move(decide), {}};
}

}  // namespace

journal::Room make_room() {
    journal::Room room("links", views_sql());
    room.projects<CodeMade, JoinAsked, JoinApproved, JoinRefused, LinkRemoved>();
    room.projects<LinkChanged, LinkFaulted>().mirrors<journal::CheckpointSealed>();
    room.projects<journal::EntrySetAside, journal::EntryRefused, journal::EntryOutOfArea>();
    return room;
}

journal::Wish note_change(const federation::Neighbour& neighbour, bool up) {
    return note(neighbour.area, LinkChanged{neighbour.area, neighbour.name, up});
}

journal::Wish note_fault(const federation::Neighbour& neighbour, const federation::Fault& fault) {
    return note(neighbour.area, LinkFaulted{neighbour.area, neighbour.name, fault.code, fault.zh, fault.en});
}

}  // namespace anlan::links
