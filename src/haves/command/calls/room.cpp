#include "calls/room.hpp"

#include "calls/channel_commands.hpp"
#include "calls/project.hpp"
#include "calls/project_channels.hpp"

namespace anlan::calls {

std::string_view views_sql();

namespace {

/// What a phone needs to ring at once, in the shape of the API's Call; names and the ladder it reads from /calls/mine.
template <class E>
json::object call_of(const Entry& entry, const E& event, RungRole role, std::int64_t stage) {
    return {
        {"call",
         {{"id", entry.subject},
          {"response", event.origin},
          {"person", event.person.text},
          {"person_name", ""},
          {"area_name", ""},
          {"headline", event.headline},
          {"text", event.text},
          {"colour", event.colour},
          {"hazard", event.hazard},
          {"level", event.level},
          {"state", "ringing"},
          {"stage", stage},
          {"escalations", stage},
          {"late", stage > 0},
          {"voice", event.voice},
          {"current", {{"person", event.person.text}, {"name", ""}, {"role", to_text(role)}}},
          {"ladder", json::array()},
          {"door_knocks", json::array()},
          {"placed_at", to_rfc3339(entry.at)},
          {"due_at", to_rfc3339(event.due)},
          {"drill", entry.drill}}}};
}

std::vector<journal::Telling> tell_placed(const Entry& entry, const CallPlaced& placed) {
    return {{placed.person, call_of(entry, placed, RungRole::primary, 0)}};
}

std::vector<journal::Telling> tell_escalated(const Entry& entry, const CallEscalated& escalated) {
    return {{escalated.person, call_of(entry, escalated, escalated.role, escalated.stage)}};
}

/// Everybody whose telephone may still ring, and who answered for them.
std::vector<journal::Telling> tell_answered(const Entry&, const CallAnswered& answered) {
    std::vector<journal::Telling> all{{answered.by, {}}};
    for (const auto& person : answered.rung)
        if (person != answered.by) all.push_back({person, {}});
    return all;
}

std::vector<journal::Telling> tell_closed(const Entry&, const CallClosed& closed) {
    std::vector<journal::Telling> all;
    for (const auto& person : closed.rung) all.push_back({person, {}});
    return all;
}

}  // namespace

journal::Room make_room() {
    journal::Room room("calls", views_sql());
    room.projects<
            CallPlaced,
            CallEscalated,
            CallAnswered,
            CallUnreachable,
            DoorKnockRequested,
            DoorKnocked,
            CallExhausted,
            CallClosed>()
        .projects<ChannelsPlanned, CallCarried, ChannelPassed, CarriageTold, ReplyHeard, ChannelTold, ChannelsOrdered>()
        .mirrors<CallPlaced, CallEscalated, CallAnswered, CallClosed>()
        .recalls<EscalateCall>("calls.escalate")
        .recalls<CarryCall>("calls.carry")
        .tells<CallPlaced>(&tell_placed)
        .tells<CallEscalated>(&tell_escalated)
        .tells<CallAnswered>(&tell_answered)
        .tells<CallClosed>(&tell_closed);
    return room;
}

}  // namespace anlan::calls
