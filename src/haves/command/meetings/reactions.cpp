#include "meetings/reactions.hpp"

#include <algorithm>

#include "calls/commands.hpp"
#include "meetings/commands.hpp"
#include "meetings/queries.hpp"
#include "organisation/queries.hpp"

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

/// The station below opens its own meeting and rings its leader on duty, who invites the others.
journal::Wishes on_spanned(const journal::Cause& cause, const MeetingSpanned& spanned) {
    if (cause.mine || std::ranges::count(spanned.to, cause.node.area) == 0) return {};
    const auto origin = std::string(kAbove) + cause.entry.subject;
    if (open_meeting_of(cause.views, origin)) return {};
    const auto leader = organisation::leader_on_duty(cause.views, cause.node.area);
    if (leader.empty()) return {};
    return {cause.wish(kActor, OpenMeeting{{}, spanned.title, origin, {leader}, true})};
}

journal::Wishes on_span_ended(const journal::Cause& cause, const SpanEnded&) {
    if (cause.mine) return {};
    const auto joined = open_meeting_of(cause.views, std::string(kAbove) + cause.entry.subject);
    if (!joined) return {};
    return {cause.wish(kActor, CloseMeeting{joined->id})};
}

journal::Wishes on_closed(const journal::Cause& cause, const MeetingClosed&) {
    if (!cause.mine) return {};
    return {cause.wish(kActor, calls::CloseCalls{"meeting:" + cause.entry.subject, "会议已结束"})};
}

}  // namespace anlan::meetings
