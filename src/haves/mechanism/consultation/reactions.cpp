#include "consultation/reactions.hpp"

#include <fmt/format.h>

#include "calls/commands.hpp"
#include "consultation/commands.hpp"
#include "consultation/queries.hpp"
#include "documents/official.hpp"
#include "meetings/commands.hpp"
#include "meetings/queries.hpp"
#include "orders/commands.hpp"
#include "orders/queries.hpp"
#include "tasks/commands.hpp"
#include "tasks/queries.hpp"

namespace anlan::consultation {

namespace {

constexpr const char* kActor = "system:consultation";
constexpr std::string_view kOrigin = "consultation:";  ///< of calls and of the meeting by video

/// Summoning is not a warning: yellow gives a quarter of an hour, and rings through the night.
journal::Wishes ring(
    const journal::Cause& cause,
    const std::vector<Invited>& people,
    const std::string& title,
    const std::string& place,
    Instant starts_at
) {
    journal::Wishes wishes;
    for (const auto& each : people) {
        calls::PlaceCall call;
        call.origin = "consultation:" + cause.entry.subject;
        call.person = each.person;
        call.area = cause.node.area;
        call.colour = "yellow";
        call.headline = "请参加会商：" + title;
        call.text = fmt::format(
            "{}，{}。请应答确认；不能到会请说明原因或委托他人。",
            documents::chinese_time(starts_at),
            place.empty() ? "地点见通知" : place
        );
        wishes.push_back(cause.wish(kActor, std::move(call)));
    }
    return wishes;
}

/// Rings the owner; the same resolution rings somebody anew each time, so the entry stands in the origin.
journal::Wish press_owner(
    const journal::Cause& cause, const std::string& resolution, const PersonId& owner, std::string headline
) {
    calls::PlaceCall call;
    call.origin = fmt::format("resolution:{}/{}", resolution, cause.entry.seq);
    call.person = owner;
    call.area = cause.node.area;
    call.colour = "yellow";
    call.headline = std::move(headline);
    call.text = "会商议决事项，请抓紧落实；办完请在任务中确认。";
    return cause.wish(kActor, std::move(call));
}

std::string meeting_origin(const journal::Cause& cause) {
    return std::string(kOrigin) + cause.entry.subject;
}

std::vector<PersonId> guests_of(const std::vector<Invited>& invited) {
    std::vector<PersonId> guests;
    for (const auto& each : invited) guests.push_back(each.person);
    return guests;
}

journal::Wish open(
    const journal::Cause& cause, const std::string& id, const std::string& title, const std::vector<Invited>& invited
) {
    return cause.wish(
        kActor, meetings::OpenMeeting{{id}, title, meeting_origin(cause), guests_of(invited), false}
    );
}

tasks::AssignTask task_for(const journal::Cause& cause, const ResolutionMade& made) {
    tasks::AssignTask assign;
    auto& task = assign.task;
    task.origin = cause.entry.subject;
    task.step = "resolution";
    task.title = made.text;
    task.action = fmt::format("会商议决事项第 {} 项：{}", made.number, made.consultation_title);
    task.post = made.post;
    task.post_title = made.owner_title;
    task.owner = made.owner;
    task.area = cause.node.area;
    task.due = made.due;
    return assign;
}

orders::IssueOrder order_for(const ResolutionMade& made, Instant now) {
    orders::IssueOrder issue;
    issue.sheet.title = fmt::format("落实会商议决事项：{}", made.consultation_title);
    if (issue.sheet.title.size() > 300) issue.sheet.title = "落实会商议决事项";
    issue.sheet.text = made.text;
    issue.sheet.to = made.to;
    // A short limit leaves half of the time to receipt it.
    issue.receipt_by = std::min<Instant>(now + std::chrono::minutes(15), now + (made.due - now) / 2);
    issue.answer_by = made.due;
    return issue;
}

}  // namespace

journal::Wishes on_called(const journal::Cause& cause, const ConsultationCalled& called) {
    if (!cause.mine) return {};
    auto wishes = ring(cause, called.invited, called.title, called.place, called.starts_at);
    if (!called.meeting.empty()) wishes.push_back(open(cause, called.meeting, called.title, called.invited));
    return wishes;
}

journal::Wishes on_met(const journal::Cause& cause, const MeetingJoined& met) {
    const auto found = find_consultation(cause.views, {cause.entry.subject});
    if (!cause.mine || !found) return {};
    std::vector<Invited> invited;
    for (const auto& each : people_of(cause.views, found->id)) invited.push_back({each.person, each.title});
    return {open(cause, met.meeting, found->title, invited)};
}

journal::Wishes on_joined(const journal::Cause& cause, const meetings::PersonJoined& joined) {
    const auto meeting = meetings::find_meeting(cause.views, {cause.entry.subject});
    if (!cause.mine || !meeting || !meeting->origin.starts_with(kOrigin)) return {};
    const auto found = find_consultation(cause.views, {meeting->origin.substr(kOrigin.size())});
    if (!found || found->concluded_at) return {};
    for (const auto& each : people_of(cause.views, found->id))
        if (each.person == joined.person && each.presence != Presence::present)
            return {cause.wish(kActor, RecordAttendance{found->id, joined.person, Presence::present, "", {}})};
    return {};
}

journal::Wishes on_invited(const journal::Cause& cause, const PeopleInvited& invited) {
    if (!cause.mine) return {};
    auto wishes = ring(cause, invited.invited, invited.title, invited.place, invited.starts_at);
    if (const auto meeting = meetings::open_meeting_of(cause.views, meeting_origin(cause)))
        wishes.push_back(cause.wish(kActor, meetings::InviteGuests{meeting->id, guests_of(invited.invited), false}));
    return wishes;
}

journal::Wishes on_concluded(const journal::Cause& cause, const ConsultationConcluded&) {
    if (!cause.mine) return {};
    journal::Wishes wishes{cause.wish(kActor, calls::CloseCalls{"consultation:" + cause.entry.subject, "会商已结束"})};
    if (const auto meeting = meetings::open_meeting_of(cause.views, meeting_origin(cause)))
        wishes.push_back(cause.wish(kActor, meetings::CloseMeeting{meeting->id}));
    return wishes;
}

journal::Wishes on_made(const journal::Cause& cause, const ResolutionMade& made) {
    if (!cause.mine) return {};
    if (!made.to.empty()) return {cause.wish(cause.entry.actor, order_for(made, cause.entry.at))};
    return {cause.wish(cause.entry.actor, task_for(cause, made))};
}

journal::Wishes on_reminded(const journal::Cause& cause, const ResolutionReminded& reminded) {
    if (!cause.mine) return {};
    const auto found = find_resolution(cause.views, {cause.entry.subject});
    if (!found || found->outcome) return {};
    if (!found->order.empty()) return {cause.wish(cause.entry.actor, orders::RemindOrder{{found->order}})};
    // The clock tells the telephone quietly (see tells in room.cpp); a person who presses wants an answer.
    if (reminded.by_clock || reminded.owner.empty()) return {};
    return {press_owner(cause, cause.entry.subject, reminded.owner, "催办：" + reminded.text)};
}

journal::Wishes on_closed(const journal::Cause& cause, const ResolutionClosed& closed) {
    if (!cause.mine || closed.outcome != ResolutionOutcome::ended) return {};
    const auto found = find_resolution(cause.views, {cause.entry.subject});
    if (!found) return {};
    if (!found->order.empty())
        return {cause.wish(cause.entry.actor, orders::WithdrawOrder{{found->order}, closed.words})};
    return {cause.wish(kActor, tasks::CancelTasks{cause.entry.subject, closed.words})};
}

journal::Wishes on_task_confirmed(const journal::Cause& cause, const tasks::TaskConfirmed& confirmed) {
    if (!cause.mine) return {};
    const auto origin = tasks::origin_of(cause.views, {cause.entry.subject});
    if (!find_resolution(cause.views, {origin})) return {};
    return {cause.wish(kActor, SettleResolution{{origin}, confirmed.note})};
}

journal::Wishes on_task_overdue(const journal::Cause& cause, const tasks::TaskOverdue& overdue) {
    if (!cause.mine || overdue.owner.empty() || !find_resolution(cause.views, {overdue.origin})) return {};
    return {press_owner(cause, overdue.origin, overdue.owner, "议决事项逾期：" + overdue.title)};
}

journal::Wishes on_order_answered(const journal::Cause& cause, const orders::OrderAnswered& answered) {
    const auto found = resolution_of_order(cause.views, cause.entry.subject);
    if (!found || found->outcome) return {};
    if (!orders::missing_of(cause.views, {found->order}, orders::Stage::answer).empty()) return {};
    return {cause.wish(kActor, SettleResolution{found->id, answered.text})};
}

}  // namespace anlan::consultation
