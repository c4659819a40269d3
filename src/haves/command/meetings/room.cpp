#include "meetings/room.hpp"

#include "meetings/commands.hpp"
#include "meetings/project_terminal.hpp"
#include "meetings/reactions.hpp"

namespace anlan::meetings {

std::string_view views_sql();

namespace {

/// Their telephones show the meeting at once, whether it rings or not.
std::vector<journal::Telling> tell(const std::vector<Guest>& guests) {
    std::vector<journal::Telling> all;
    for (const auto& each : guests) all.push_back({each.person, {}});
    return all;
}

std::vector<journal::Telling> tell_opened(const Entry&, const MeetingOpened& opened) {
    return tell(opened.guests);
}

std::vector<journal::Telling> tell_invited(const Entry&, const GuestsInvited& invited) {
    return tell(invited.guests);
}

}  // namespace

journal::Room make_room() {
    journal::Room room("meetings", views_sql());
    room.projects<MeetingOpened, GuestsInvited, PersonJoined, PersonLeft>()
        .projects<HandMoved, ViewShared, RecordingSwitched, MeetingClosed, FilmMade>()
        .projects<CameraShared, CameraStopped>()
        .projects<MeetingSpanned, SpanEnded>()
        .projects<TerminalCalled, TerminalRang, TerminalJoined, TerminalMuted, TerminalLeft>()
        .reacts<MeetingOpened>(&on_opened)
        .reacts<GuestsInvited>(&on_invited)
        .reacts<MeetingClosed>(&on_closed)
        .reacts<MeetingSpanned>(&on_spanned)
        .reacts<SpanEnded>(&on_span_ended)
        .tells<MeetingOpened>(&tell_opened)
        .tells<GuestsInvited>(&tell_invited);
    return room;
}

}  // namespace anlan::meetings
