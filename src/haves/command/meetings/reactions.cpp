#include "meetings/reactions.hpp"

#include "calls/commands.hpp"

namespace anlan::meetings {

namespace {

constexpr const char* kActor = "system:meetings";

/// Who opened it knows of it. A meeting is no warning: yellow, and nobody comes in another's place.
journal::Wishes ring(const journal::Cause& cause, const std::vector<Guest>& guests, const std::string& title) {
    journal::Wishes wishes;
    for (const auto& each : guests) {
        if (each.person.text == cause.entry.actor) continue;
        calls::PlaceCall call;
        call.origin = "meeting:" + cause.entry.subject;
        call.person = each.person;
        call.area = cause.node.area;
        call.colour = "yellow";
        call.headline = "请进入视频会议：" + title;
        call.text = "请应答，并在“视频会议”中进入。";
        call.climbs = calls::Climbs::alone;
        wishes.push_back(cause.wish(kActor, std::move(call)));
    }
    return wishes;
}

}  // namespace

journal::Wishes on_opened(const journal::Cause& cause, const MeetingOpened& opened) {
    if (!cause.mine || !opened.rings) return {};
    return ring(cause, opened.guests, opened.title);
}

journal::Wishes on_invited(const journal::Cause& cause, const GuestsInvited& invited) {
    if (!cause.mine || !invited.rings) return {};
    return ring(cause, invited.guests, invited.title);
}

journal::Wishes on_closed(const journal::Cause& cause, const MeetingClosed&) {
    if (!cause.mine) return {};
    return {cause.wish(kActor, calls::CloseCalls{"meeting:" + cause.entry.subject, "会议已结束"})};
}

}  // namespace anlan::meetings
