#include "app/rooms.hpp"

#include "app/search_sources.hpp"
#include "app/shelf.hpp"
#include "calls/api.hpp"
#include "calls/room.hpp"
#include "cbc/cbc_solver.hpp"
#include "duty/api.hpp"
#include "duty/room.hpp"
#include "identity/identity.hpp"
#include "incident/api.hpp"
#include "incident/room.hpp"
#include "journal/deadline_events.hpp"
#include "links/room.hpp"
#include "narrow/api.hpp"
#include "narrow/room.hpp"
#include "orders/api.hpp"
#include "orders/room.hpp"
#include "organisation/api.hpp"
#include "organisation/lookups.hpp"
#include "organisation/room.hpp"
#include "plan/room.hpp"
#include "policy/api.hpp"
#include "policy/room.hpp"
#include "print/print_writer.hpp"
#include "programme/api.hpp"
#include "programme/room.hpp"
#include "registers/api.hpp"
#include "registers/room.hpp"
#include "response/api.hpp"
#include "response/queries.hpp"
#include "response/room.hpp"
#include "search/api.hpp"
#include "sheets/workbook_reader.hpp"
#include "shelter/room.hpp"
#include "tasks/room.hpp"
#include "tokens/room.hpp"
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
    return {
        journal::make_room(),
        identity::make_room(),
        tokens::make_room(),
        registers::make_room(),
        links::make_room(),
        policy::make_room(),
        organisation::make_room(),
        calls::make_room(),
        tasks::make_room(),
        shelter::make_room(),
        plan::make_room(),
        warning::make_room(matcher),
        orders::make_room(),
        incident::make_room(),
        response::make_room(),
        programme::make_room(),
        duty::make_room(),
        narrow::make_room(),
        search::make_room(search_sources())};
}

/// Orders stand below responses and ask through this.
std::optional<orders::InForce> in_force(store::Rows& rows, const std::string& response) {
    const auto found = response::find_response(rows, {response});
    if (!found || found->state != response::ResponseState::active) return std::nullopt;
    return orders::InForce{found->world(), found->hazard, found->level};
}

}  // namespace

std::vector<journal::Room> all_rooms(const Ports& ports) {
    return rooms_with(ports.area_matcher);
}

std::vector<journal::Room> all_rooms_for_replay() {
    static const NoShapes none;
    return rooms_with(none);
}

void add_room_endpoints(http::Endpoints& table, const Ports& ports) {
    static const sheets::WorkbookReader workbooks;
    static const cbc::CbcSolver solver;
    identity::add_endpoints(table, organisation::directory());
    policy::add_endpoints(table);
    organisation::add_endpoints(table, &workbooks);
    registers::add_endpoints(table, shelf(), organisation::lookups(), &workbooks);
    static const print::PrintWriter papers;
    calls::add_endpoints(table, &papers);
    tasks::add_endpoints(table);
    shelter::add_endpoints(table);
    plan::add_endpoints(table, ports.plan_text);
    warning::add_endpoints(
        table, {ports.alert_reader, ports.alert_writer, ports.area_matcher, &response::responses_of}
    );
    orders::add_endpoints(table, &in_force, &papers);
    incident::add_endpoints(table, &papers);
    response::add_endpoints(table, {&ports.archive_writer, ports.link_up, &papers});
    programme::add_endpoints(table);
    duty::add_endpoints(table, solver, &papers);
    narrow::add_endpoints(table, ports.short_messages);
    search::add_endpoints(table);
    tokens::add_endpoints(table);
}

}  // namespace anlan::app
