#include "rescue/reactions.hpp"

#include <algorithm>

#include "calls/commands.hpp"
#include "calls/queries.hpp"
#include "rescue/callout_commands.hpp"
#include "rescue/callout_queries.hpp"

namespace anlan::rescue {

namespace {

constexpr const char* kActor = "system:rescue";

std::string origin_of(const std::string& callout) {
    return "callout:" + callout;
}

journal::Wishes note(const journal::Cause& cause, const char* what) {
    if (cause.mine) return {};
    return {cause.wish(kActor, NoteAid{{cause.entry.subject}, what})};
}

}  // namespace

/// Every one of them is rung by a call of their own that climbs no ladder: nobody comes in another's place.
journal::Wishes on_team_called(const journal::Cause& cause, const TeamCalled& called) {
    if (!cause.mine) return {};
    const auto callout = find_callout(cause.views, {cause.entry.subject});
    if (!callout) return {};
    const auto& errand = callout->errand;
    calls::PlaceCall call;
    call.origin = origin_of(cause.entry.subject);
    call.area = cause.node.area;
    call.headline = "集结：" + errand.title;
    call.text = "集结地点：" + errand.place + (errand.danger.empty() ? "" : "\n风险提示：" + errand.danger);
    call.colour = "red";
    call.climbs = calls::Climbs::alone;
    journal::Wishes wishes;
    for (const auto& person : called.people) {
        call.person = person;
        wishes.push_back(cause.wish(kActor, call));
    }
    return wishes;
}

/// Yes or no, their telephone falls silent; a no may leave too few.
journal::Wishes on_member_answered(const journal::Cause& cause, const MemberAnswered& answered) {
    if (!cause.mine) return {};
    journal::Wishes wishes;
    for (const auto& call : calls::calls_of(cause.views, origin_of(cause.entry.subject))) {
        if (call.person != answered.person || call.state != "ringing") continue;
        const calls::CallId id{call.id};
        if (answered.recorded_by.empty())
            wishes.push_back(cause.wish(answered.person.text, calls::AnswerCall{id, ""}));
        else
            wishes.push_back(cause.wish(
                answered.recorded_by.text, calls::RecordAnswer{id, answered.person, calls::AnswerChannel::telephone, ""}
            ));
    }
    if (answered.coming) return wishes;
    const auto callout = find_callout(cause.views, {cause.entry.subject});
    const auto members = called_members(cause.views, {cause.entry.subject});
    const bool waiting = callout && std::any_of(members.begin(), members.end(), [&](const CalledMember& each) {
                             return each.state == MemberState::called &&
                                    each.called_at + std::chrono::seconds{callout->answer_seconds} > cause.now;
                         });
    if (callout && !waiting) wishes.push_back(cause.wish(kActor, CheckCallout{{cause.entry.subject}}));
    return wishes;
}

journal::Wishes on_callout_closed(const journal::Cause& cause, const CalloutClosed&) {
    if (!cause.mine) return {};
    return {cause.wish(kActor, calls::CloseCalls{origin_of(cause.entry.subject), "集结结束"})};
}

journal::Wishes on_aid_asked(const journal::Cause& cause, const AidAsked&) {
    return note(cause, "asked");
}

journal::Wishes on_aid_passed(const journal::Cause& cause, const AidPassed&) {
    return note(cause, "passed");
}

journal::Wishes on_aid_answered(const journal::Cause& cause, const AidAnswered& answered) {
    if (cause.mine || answered.helper.text != cause.from_area) return {};
    return {cause.wish(kActor, TellAid{{cause.entry.subject}, answered.helper, answered.word})};
}

journal::Wishes on_aid_told(const journal::Cause& cause, const AidTold&) {
    return note(cause, "told");
}

}  // namespace anlan::rescue
