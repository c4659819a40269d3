#include "meetings/commands.hpp"
#include "meetings/rules.hpp"

namespace anlan::meetings {

Result<Decision> decide(const OpenMeeting& wish, const Desk& desk) {
    if (wish.title.empty()) return refuse("title_missing", "title", "请写会议名称", "say what it is about");
    if (wish.title.size() > kLongestTitle || wish.origin.size() > kLongestTitle)
        return refuse("too_long", "title", "会议名称请不超过 100 字", "keep the title under 100 characters");
    BOOST_OUTCOME_TRY(auto guests, guests_of(desk, wish.guests));
    // Only the program itself names a meeting before it is open.
    const bool named = !wish.id.empty() && desk.actor.starts_with("system:");
    if (named && find_meeting(desk.views, wish.id))
        return refuse("already_open", "id", "这个会议已经开了", "this meeting is open already");
    auto id = named ? wish.id.text : desk.new_id();
    return journal::decided(
        journal::event(std::move(id), MeetingOpened{wish.title, wish.origin, std::move(guests), wish.rings})
    );
}

Result<Decision> decide(const InviteGuests& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_meeting(desk, wish.meeting));
    BOOST_OUTCOME_TRY(auto guests, guests_of(desk, wish.guests));
    const auto known = guests_of(desk.views, found.id);
    std::erase_if(guests, [&](const Guest& each) {
        return std::ranges::any_of(known, [&](const GuestFacts& one) { return one.person == each.person; });
    });
    if (guests.empty()) return Decision{{}, found.id.text, {}};
    if (known.size() + guests.size() > kMostGuests)
        return refuse("too_many_guests", "guests", "一个会议最多邀请 200 人", "at most 200 people can be invited");
    return journal::decided(journal::event(found.id.text, GuestsInvited{found.title, std::move(guests), wish.rings}));
}

Result<Decision> decide(const SwitchRecording& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_meeting(desk, wish.meeting));
    if (found.recording == wish.on) return Decision{{}, found.id.text, {}};
    return journal::decided(journal::event(found.id.text, RecordingSwitched{wish.on}));
}

Result<Decision> decide(const CloseMeeting& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_meeting(desk, wish.meeting));
    std::int64_t came = 0;
    for (const auto& each : guests_of(desk.views, found.id)) came += each.first_joined ? 1 : 0;
    const auto lasted = std::chrono::duration_cast<std::chrono::seconds>(desk.now - found.opened_at);
    auto closed = journal::event(found.id.text, MeetingClosed{came, lasted.count()});
    auto below = areas_below(desk.views, found.id);
    if (below.empty()) return journal::decided(std::move(closed));
    auto ended = journal::event(found.id.text, SpanEnded{below});
    ended.to = std::move(below);
    return Decision{{std::move(closed), std::move(ended)}, found.id.text, {}};
}

std::optional<World> world_of(const InviteGuests& wish, store::Rows& rows) {
    return world_of_meeting(rows, wish.meeting);
}
std::optional<World> world_of(const SwitchRecording& wish, store::Rows& rows) {
    return world_of_meeting(rows, wish.meeting);
}
std::optional<World> world_of(const CloseMeeting& wish, store::Rows& rows) {
    return world_of_meeting(rows, wish.meeting);
}

}  // namespace anlan::meetings
