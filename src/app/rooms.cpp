#include "app/rooms.hpp"

#include "app/shelf.hpp"
#include "calls/room.hpp"
#include "identity/identity.hpp"
#include "journal/deadline_events.hpp"
#include "organisation/api.hpp"
#include "organisation/queries.hpp"
#include "organisation/room.hpp"
#include "plan/room.hpp"
#include "policy/api.hpp"
#include "policy/queries.hpp"
#include "policy/room.hpp"
#include "registers/api.hpp"
#include "registers/room.hpp"
#include "response/api.hpp"
#include "response/room.hpp"
#include "tasks/room.hpp"
#include "warning/api.hpp"
#include "warning/room.hpp"

namespace anlan::app {

namespace {

/// Only the area codes: for replays, where nobody asks.
class NoShapes final : public warning::AreaMatcher {
  public:
    bool touches(const std::vector<warning::AlertArea>&, const AreaCode&) const override { return false; }
};

std::vector<journal::Room> rooms_with(const warning::AreaMatcher& matcher) {
    return {journal::make_room(), identity::make_room(), registers::make_room(), policy::make_room(), organisation::make_room(),
            calls::make_room(),   tasks::make_room(),    plan::make_room(),      warning::make_room(matcher),
            response::make_room()};
}

identity::Directory directory() {
    identity::Directory known;
    known.area_name = &organisation::area_name;
    known.post_titles = [](store::Rows& rows, const PersonId& person) {
        std::vector<std::string> titles;
        for (const auto& post : organisation::posts_held_by(rows, person)) titles.push_back(post.title);
        return titles;
    };
    known.person_exists = &organisation::person_exists;
    return known;
}

registers::Lookups lookups() {
    registers::Lookups found;
    found.area = [](store::Rows& rows, const std::string& name) {
        const auto codes = rows.list<std::string>("SELECT code FROM area WHERE name = :n", name);
        return codes.size() == 1 ? codes.front() : std::string();
    };
    return found;
}

}  // namespace

std::vector<journal::Room> all_rooms(const Ports& ports) { return rooms_with(ports.area_matcher); }

std::vector<journal::Room> all_rooms_for_replay() {
    static const NoShapes none;
    return rooms_with(none);
}

void add_room_endpoints(http::Endpoints& table, const Ports& ports) {
    identity::add_endpoints(table, directory());
    policy::add_endpoints(table);
    organisation::add_endpoints(table);
    registers::add_endpoints(table, shelf(), lookups(), nullptr);
    calls::add_endpoints(table);
    tasks::add_endpoints(table);
    plan::add_endpoints(table, ports.plan_text);
    warning::add_endpoints(table, {ports.alert_reader, ports.alert_writer, ports.area_matcher, &response::responses_of});
    response::add_endpoints(table, {&ports.archive_writer, ports.link_up});
}

}  // namespace anlan::app
