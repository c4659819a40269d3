#include "meetings/rules.hpp"

#include <set>

#include "organisation/queries.hpp"

namespace anlan::meetings {

namespace {

std::string title_of(const journal::Desk& desk, const PersonId& person) {
    for (const auto& post : organisation::posts_held_by(desk.views, person))
        if (desk.node.area.contains(post.area)) return post.title;
    return {};
}

}  // namespace

Refusal meeting_unknown() {
    return refuse("meeting_unknown", "meeting", "没有这个会议", "there is no such meeting");
}

Result<MeetingFacts> open_meeting(const journal::Desk& desk, const MeetingId& id) {
    auto found = find_meeting(desk.views, id);
    if (!found) return meeting_unknown();
    if (found->closed_at)
        return refuse(
            "already_closed", "meeting", "会议已经结束；需要再议请另开会议", "this meeting is over; open another one"
        );
    return std::move(*found);
}

Result<std::vector<Guest>> guests_of(const journal::Desk& desk, const std::vector<PersonId>& people) {
    if (people.empty()) return refuse("guests_missing", "guests", "请选择参会人员", "choose who takes part");
    std::vector<Guest> guests;
    std::set<PersonId> seen;
    for (const auto& person : people) {
        if (!organisation::person_exists(desk.views, person))
            return refuse("person_unknown", "guests", "名册里没有这个人", "this person is not on the roster");
        if (seen.insert(person).second) guests.push_back({person, title_of(desk, person)});
    }
    if (guests.size() > kMostGuests)
        return refuse("too_many_guests", "guests", "一个会议最多邀请 200 人", "at most 200 people can be invited");
    return guests;
}

Result<void> check_present(const journal::Desk& desk, const MeetingFacts& meeting) {
    if (is_present(desk.views, meeting.id, desk.person())) return done();
    return refuse("not_in_meeting", "meeting", "请先进入会议", "enter the meeting first");
}

}  // namespace anlan::meetings
