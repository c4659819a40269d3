#include "devices/queries.hpp"
#include "meetings/rules.hpp"
#include "meetings/terminal_commands.hpp"
#include "meetings/terminal_queries.hpp"

namespace anlan::meetings {

namespace {

Result<devices::DeviceFacts> conference_set(const Desk& desk, const DeviceId& id) {
    auto found = devices::find_device(desk.views, id);
    if (found && found->kind == devices::DeviceKind::conference_set && !found->retired_at) return std::move(*found);
    return refuse(
        "terminal_unknown",
        "terminal",
        "没有登记这台会议终端；请先在“通信设备”登记，类别选“会议终端”",
        "no such conference set is registered; register it among the devices first"
    );
}

Result<void> check_free(const Desk& desk, const DeviceId& terminal) {
    for (const auto& each : terminals_on_the_line(desk.views))
        if (each.terminal == terminal)
            return refuse(
                "terminal_busy",
                "terminal",
                "这台终端正在呼叫或已在会议中，请先移出",
                "this set is being called or in a meeting already; remove it first"
            );
    return done();
}

/// Being called or in it.
Result<TerminalFacts> on_the_line(const Desk& desk, const MeetingId& meeting, const DeviceId& terminal) {
    auto found = terminal_of(desk.views, meeting, terminal);
    if (found && found->state != TerminalState::left) return std::move(*found);
    return refuse("terminal_absent", "terminal", "这台终端不在会议中", "this set is not in the meeting");
}

}  // namespace

Result<Decision> decide(const CallTerminal& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_meeting(desk, wish.meeting));
    if (World::stored(found.drill).is_drill())
        return refuse(
            "drill_rings_no_terminal",
            "meeting",
            "演练中的会议不呼叫真实的会议终端",
            "a meeting of a drill calls no real conference set"
        );
    BOOST_OUTCOME_TRY(const auto set, conference_set(desk, wish.terminal));
    if (!is_dialled(set.number))
        return refuse(
            "address_invalid",
            "terminal",
            "“" + set.name +
                "”的号码不是 SIP 地址；请在“通信设备”改为分机号、“分机号@主机”或主机地址，例如 801 或 10.1.2.3",
            set.name + " has no SIP address; give an extension, extension@host or a host among the devices, as in 801"
        );
    BOOST_OUTCOME_TRYV(check_free(desk, wish.terminal));
    return journal::decided(
        journal::event(found.id.text, TerminalCalled{wish.terminal, set.name, set.place, set.number})
    );
}

Result<Decision> decide(const MuteTerminal& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_meeting(desk, wish.meeting));
    BOOST_OUTCOME_TRY(const auto set, on_the_line(desk, found.id, wish.terminal));
    if (set.muted == wish.muted) return Decision{{}, found.id.text, {}};
    return journal::decided(journal::event(found.id.text, TerminalMuted{wish.terminal, wish.muted}));
}

Result<Decision> decide(const RemoveTerminal& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_meeting(desk, wish.meeting));
    BOOST_OUTCOME_TRYV(on_the_line(desk, found.id, wish.terminal));
    return journal::decided(journal::event(found.id.text, TerminalLeft{wish.terminal, TerminalEnd::removed}));
}

Result<Decision> decide(const NoteTerminal& wish, const Desk& desk) {
    const auto meeting = find_meeting(desk.views, wish.meeting);
    if (!meeting) return meeting_unknown();
    const Decision nothing{{}, meeting->id.text, {}};
    const auto known = terminal_of(desk.views, meeting->id, wish.terminal);
    const bool on_line = known && known->state != TerminalState::left;
    switch (wish.news) {
        case TerminalNews::rang:
            if (!on_line || known->state != TerminalState::calling) return nothing;
            return journal::decided(journal::event(meeting->id.text, TerminalRang{wish.terminal}));
        case TerminalNews::left:
            if (!on_line) return nothing;
            return journal::decided(journal::event(meeting->id.text, TerminalLeft{wish.terminal, wish.how}));
        case TerminalNews::joined:
            break;
    }
    BOOST_OUTCOME_TRYV(open_meeting(desk, wish.meeting));
    if (on_line && known->state == TerminalState::joined) return nothing;
    BOOST_OUTCOME_TRY(const auto set, conference_set(desk, wish.terminal));
    if (!on_line) {
        BOOST_OUTCOME_TRYV(check_free(desk, wish.terminal));
    }
    return journal::decided(journal::event(meeting->id.text, TerminalJoined{wish.terminal, set.name, set.place}));
}

std::optional<World> world_of(const CallTerminal& wish, store::Rows& rows) {
    return world_of_meeting(rows, wish.meeting);
}
std::optional<World> world_of(const MuteTerminal& wish, store::Rows& rows) {
    return world_of_meeting(rows, wish.meeting);
}
std::optional<World> world_of(const RemoveTerminal& wish, store::Rows& rows) {
    return world_of_meeting(rows, wish.meeting);
}
std::optional<World> world_of(const NoteTerminal& wish, store::Rows& rows) {
    return world_of_meeting(rows, wish.meeting);
}

}  // namespace anlan::meetings
