#include "app/rooms.hpp"

#include "app/authorising.hpp"
#include "app/search_sources.hpp"
#include "app/shelf.hpp"
#include "broadcast/room.hpp"
#include "calls/api.hpp"
#include "calls/room.hpp"
#include "cameras/ffmpeg_cameras.hpp"
#include "cbc/cbc_solver.hpp"
#include "consultation/api.hpp"
#include "consultation/room.hpp"
#include "devices/api.hpp"
#include "devices/room.hpp"
#include "dispatch/api.hpp"
#include "dispatch/room.hpp"
#include "duty/api.hpp"
#include "duty/queries.hpp"
#include "duty/room.hpp"
#include "enforcement/api.hpp"
#include "enforcement/room.hpp"
#include "evaluation/api.hpp"
#include "evaluation/room.hpp"
#include "exercise/room.hpp"
#include "grid/api.hpp"
#include "grid/room.hpp"
#include "hooks/room.hpp"
#include "identity/identity.hpp"
#include "incident/api.hpp"
#include "incident/room.hpp"
#include "journal/deadline_events.hpp"
#include "links/room.hpp"
#include "meetings/api.hpp"
#include "meetings/room.hpp"
#include "narrow/api.hpp"
#include "narrow/room.hpp"
#include "orders/api.hpp"
#include "orders/room.hpp"
#include "organisation/api.hpp"
#include "organisation/lookups.hpp"
#include "organisation/room.hpp"
#include "plan/room.hpp"
#include "platforms/room.hpp"
#include "policy/api.hpp"
#include "policy/room.hpp"
#include "practice/room.hpp"
#include "print/print_writer.hpp"
#include "programme/api.hpp"
#include "programme/room.hpp"
#include "registers/api.hpp"
#include "registers/room.hpp"
#include "rescue/room.hpp"
#include "response/api.hpp"
#include "response/queries.hpp"
#include "response/room.hpp"
#include "search/api.hpp"
#include "sensors/room.hpp"
#include "sheets/workbook_reader.hpp"
#include "shelter/room.hpp"
#include "subscriptions/api.hpp"
#include "subscriptions/room.hpp"
#include "tasks/room.hpp"
#include "tokens/room.hpp"
#include "venue/api.hpp"
#include "venue/room.hpp"
#include "warehouse/api.hpp"
#include "warehouse/room.hpp"
#include "warning/api.hpp"
#include "warning/room.hpp"

namespace anlan::app {

namespace {

/// Only the area codes: for replays, where nobody asks.
class NoShapes final : public warning::AreaMatcher {
  public:
    bool touches(const std::vector<warning::AlertArea>&, const AreaCode&) const override { return false; }
};

/// The rota stands above the sensors, which ask through this. First whoever keeps the officer's post tonight.
std::vector<PersonId> officers_on_duty(store::Rows& rows, const AreaCode&, Instant now) {
    std::vector<PersonId> people;
    for (const auto& one : duty::on_duty(rows, now))
        if (one.duty.post == duty::DutyPost::officer) people.push_back(one.duty.person);
    return people;
}

std::vector<journal::Room> rooms_with(const warning::AreaMatcher& matcher) {
    return {
        journal::make_room(),
        identity::make_room(),
        tokens::make_room(),
        hooks::make_room(),
        registers::make_room(),
        links::make_room(),
        policy::make_room(),
        organisation::make_room(),
        devices::make_room(),
        broadcast::make_room(),
        platforms::make_room(),
        subscriptions::make_room(),
        calls::make_room(),
        meetings::make_room(),
        tasks::make_room(),
        sensors::make_room(&officers_on_duty),
        shelter::make_room(),
        warehouse::make_room(),
        rescue::make_room(),
        dispatch::make_room(),
        venue::make_room(),
        plan::make_room(),
        authorising(warning::make_room(matcher)),
        orders::make_room(),
        incident::make_room(),
        response::make_room(),
        exercise::make_room(),
        consultation::make_room(),
        enforcement::make_room(),
        grid::make_room(),
        duty::make_room(),
        practice::make_room(),
        programme::make_room(),
        evaluation::make_room(),
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
    static cameras::FfmpegCameras cameras;
    identity::add_endpoints(table, organisation::directory());
    policy::add_endpoints(table);
    organisation::add_endpoints(table, &workbooks);
    registers::add_endpoints(table, shelf(), organisation::lookups(), &workbooks);
    devices::add_endpoints(table);
    static const print::PrintWriter papers;
    broadcast::add_endpoints(table, {ports.speech, ports.heartbeats});
    platforms::add_endpoints(table, ports.platforms);
    subscriptions::add_endpoints(table, ports.push);
    calls::add_endpoints(table, &papers);
    meetings::add_endpoints(table, ports.hall, ports.relay);
    calls::add_channel_endpoints(table, ports.channel_health);
    tasks::add_endpoints(table);
    sensors::add_endpoints(table, {ports.readings, &cameras, ports.live_cameras, ports.note_look});
    shelter::add_endpoints(table, solver, ports.roads);
    warehouse::add_endpoints(table, &papers, &papers);
    rescue::add_endpoints(table);
    dispatch::add_endpoints(table, solver, &papers, ports.roads);
    venue::add_endpoints(table, &papers);
    plan::add_endpoints(table, ports.plan_text);
    warning::add_endpoints(
        table, {ports.alert_reader, ports.alert_writer, ports.area_matcher, &response::responses_of}
    );
    orders::add_endpoints(table, &in_force, &papers);
    incident::add_endpoints(table, &papers);
    response::add_endpoints(table, {&ports.archive_writer, ports.link_up, &papers});
    enforcement::add_endpoints(table, &papers);
    consultation::add_endpoints(table, &papers);
    grid::add_endpoints(table);
    exercise::add_endpoints(table, &papers);
    programme::add_endpoints(table, {&papers, &ports.archive_writer, ports.attachment});
    evaluation::add_endpoints(table, &papers);
    duty::add_endpoints(table, solver, &papers);
    practice::add_endpoints(table);
    narrow::add_endpoints(table, ports.short_messages);
    search::add_endpoints(table);
    tokens::add_endpoints(table);
}

}  // namespace anlan::app
