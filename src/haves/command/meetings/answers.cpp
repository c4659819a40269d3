#include "meetings/answers.hpp"

#include "calls/queries.hpp"
#include "organisation/queries.hpp"

namespace anlan::meetings {

namespace {

/// A meeting of a consultation was rung for by the consultation.
std::string rung_as(const MeetingFacts& meeting) {
    return meeting.origin.empty() ? "meeting:" + meeting.id.text : meeting.origin;
}

}  // namespace

MeetingRow row_of(store::Rows& rows, const MeetingFacts& meeting) {
    MeetingRow row{
        meeting.id.text,
        meeting.drill,
        meeting.title,
        meeting.origin,
        organisation::person_name(rows, meeting.opened_by),
        meeting.opened_at,
        meeting.closed_at,
        meeting.recording,
        0,
        0,
        0};
    for (const auto& each : guests_of(rows, meeting.id)) {
        row.invited += each.invited ? 1 : 0;
        row.present += each.joined_at ? 1 : 0;
        row.came += each.first_joined ? 1 : 0;
    }
    return row;
}

MeetingDetail detail_of(store::Rows& rows, const MeetingFacts& meeting, Hall* hall, Instant now) {
    MeetingDetail made;
    made.meeting = row_of(rows, meeting);
    if (hall != nullptr) {
        made.media = hall->media();
        if (meeting.ever_recorded) made.recordings = hall->recordings(meeting.id);
    }
    made.film = film_of(meeting);
    made.below = areas_below(rows, meeting.id);
    for (const auto& each : cameras_of(rows, meeting.id))
        made.cameras.push_back(
            {each.camera,
             each.name,
             each.person,
             organisation::person_name(rows, each.person),
             each.since_at,
             each.until_at}
        );
    made.terminals = terminal_rows(rows, meeting, now);
    if (hall != nullptr && !meeting.closed_at && meeting.drill.empty() && hall->terminal_line() == TerminalLine::up)
        made.dial_number = dial_number(meeting.id);
    const auto calls = calls::calls_of(rows, rung_as(meeting));
    for (const auto& each : guests_of(rows, meeting.id)) {
        const auto until_now = each.joined_at ? now - *each.joined_at : Milliseconds{0};
        GuestRow row{
            each.person,
            organisation::person_name(rows, each.person),
            each.title,
            each.invited,
            each.joined_at.has_value(),
            each.first_joined,
            each.left_at,
            {},
            (each.millis + until_now.count()) / 1000,
            each.hand};
        for (const auto& call : calls)
            if (call.person == each.person) row.answered_at = call.answered_at;
        made.guests.push_back(std::move(row));
    }
    made.view = shared_view(meeting);
    if (made.view) made.view->name = organisation::person_name(rows, made.view->person);
    return made;
}

MediaAnswer media_of(const Hall* hall) {
    if (hall == nullptr)
        return {
            Media::missing,
            "本站没有视频服务，视频会议暂不可用；其余功能不受影响。安装：apt install janus，再在配置中填写 "
            "[node.janus]。",
            "This station has no video service, so meetings by video sleep; all else works. To install it: apt install "
            "janus, then fill in [node.janus]."};
    if (hall->media() == Media::up) return {Media::up, "视频服务正常。", "The video service is up."};
    return {
        Media::down,
        "视频服务（Janus）没有回应，正在等它恢复；恢复后会议自动接上，无须重新入会。",
        "The video service (Janus) does not answer; when it is back the meetings go on by themselves."};
}

}  // namespace anlan::meetings
