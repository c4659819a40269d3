#include "calls/room.hpp"

#include "calls/commands.hpp"
#include "calls/project.hpp"

namespace anlan::calls {

std::string_view views_sql();

namespace {

/// What a phone needs to ring at once; it reads the rest from /calls/mine.
template <class E>
json::object call_of(const Entry& entry, const E& event) {
    return {{"call",
             {{"id", entry.subject},
              {"response", event.origin},
              {"headline", event.headline},
              {"text", event.text},
              {"colour", event.colour},
              {"hazard", event.hazard},
              {"level", event.level},
              {"state", "ringing"},
              {"placed_at", to_rfc3339(entry.at)},
              {"due_at", to_rfc3339(event.due)},
              {"drill", entry.drill}}}};
}

std::vector<journal::Telling> tell_placed(const Entry& entry, const CallPlaced& placed) {
    return {{placed.person, call_of(entry, placed)}};
}

std::vector<journal::Telling> tell_escalated(const Entry& entry, const CallEscalated& escalated) {
    return {{escalated.person, call_of(entry, escalated)}};
}

std::vector<journal::Telling> tell_answered(const Entry&, const CallAnswered& answered) { return {{answered.by, {}}}; }

}  // namespace

journal::Room make_room() {
    journal::Room room("calls", views_sql());
    room.projects<CallPlaced, CallEscalated, CallAnswered, CallUnreachable, DoorKnockRequested, DoorKnocked, CallExhausted, CallClosed>()
        .mirrors<CallPlaced, CallEscalated, CallAnswered, CallClosed>()
        .recalls<EscalateCall>("calls.escalate")
        .tells<CallPlaced>(&tell_placed)
        .tells<CallEscalated>(&tell_escalated)
        .tells<CallAnswered>(&tell_answered);
    return room;
}

}  // namespace anlan::calls
