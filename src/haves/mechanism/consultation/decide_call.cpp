#include "consultation/commands.hpp"
#include "consultation/rules.hpp"
#include "incident/queries.hpp"
#include "organisation/queries.hpp"
#include "response/queries.hpp"

namespace anlan::consultation {

namespace {

constexpr std::size_t kMostItems = 40;
constexpr std::chrono::hours kPastMost{24};  ///< what was held by telephone is noted on the same day

Result<void> check_world(const std::optional<World>& world, const Desk& desk) {
    if (!world)
        return refuse("origin_unknown", "origin", "没有所依据的事件或响应", "there is no such incident or response");
    if (world->text() != desk.world.text())
        return refuse("world_mixed", "origin", "演练与实战不能混用", "drill and reality do not mix");
    return done();
}

Result<void> check_origin(const CallConsultation& wish, const Desk& desk) {
    if (wish.occasion == ConsultationOccasion::regular) {
        if (wish.origin.empty()) return done();
        return refuse("origin_unknown", "origin", "例行会商不需要选择事件", "a regular one is about no incident");
    }
    if (wish.occasion == ConsultationOccasion::incident)
        return check_world(incident::world_of_incident(desk.views, {wish.origin}), desk);
    return check_world(response::world_of_response(desk.views, {wish.origin}), desk);
}

Result<std::vector<AgendaItem>> agenda_of(const std::vector<AgendaItem>& given) {
    std::vector<AgendaItem> agenda;
    for (const auto& item : given) {
        if (item.text.empty()) continue;
        if (item.text.size() > kLongestText || agenda.size() == kMostItems)
            return refuse(
                "too_long", "agenda", "议题过长，请精简（最多 40 项）", "the agenda is too long: at most 40 items"
            );
        agenda.push_back(item);
    }
    return agenda;
}

/// The person given, else the leader on duty, else who calls.
PersonId chair_of(const CallConsultation& wish, const Desk& desk) {
    if (!wish.chair.empty()) return wish.chair;
    auto leader = organisation::leader_on_duty(desk.views, desk.node.area);
    return leader.empty() ? desk.person() : leader;
}

}  // namespace

Result<Decision> decide(const CallConsultation& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(
        check_text(wish.title, "title_missing", "title", "请写会商主题", "say what it is about", kLongestTitle)
    );
    if (wish.place.size() > kLongestTitle)
        return refuse("too_long", "place", "地点请不超过 100 字", "keep the place under 100 characters");
    BOOST_OUTCOME_TRYV(check_origin(wish, desk));
    BOOST_OUTCOME_TRY(auto invited, invited_of(desk, wish.invited));
    if (!wish.chair.empty()) {
        BOOST_OUTCOME_TRYV(check_person(desk, wish.chair, "chair"));
    }
    BOOST_OUTCOME_TRY(auto agenda, agenda_of(wish.agenda));
    const auto starts_at = wish.starts_at.value_or(desk.now);
    if (starts_at < desk.now - kPastMost)
        return refuse("time_past", "starts_at", "会商时间已过一天以上，请核对", "that is more than a day ago");
    const auto chair = chair_of(wish, desk);
    const ConsultationCalled called{
        wish.occasion,
        wish.origin,
        wish.title,
        wish.place,
        starts_at,
        chair,
        title_of(desk, chair),
        std::move(agenda),
        std::move(invited),
        wish.by_video ? desk.new_id() : ""};
    return journal::decided(journal::event(desk.new_id(), called));
}

Result<Decision> decide(const SetAgenda& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_consultation(desk, wish.consultation));
    BOOST_OUTCOME_TRY(auto agenda, agenda_of(wish.agenda));
    if (to_json_text(agenda) == to_json_text(found.agenda)) return Decision{{}, found.id.text, {}};
    return journal::decided(journal::event(found.id.text, AgendaSet{std::move(agenda)}));
}

Result<Decision> decide(const InvitePeople& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_consultation(desk, wish.consultation));
    BOOST_OUTCOME_TRY(auto invited, invited_of(desk, wish.invited));
    for (const auto& known : people_of(desk.views, found.id))
        std::erase_if(invited, [&](const Invited& each) { return each.person == known.person; });
    if (invited.empty()) return Decision{{}, found.id.text, {}};
    return journal::decided(
        journal::event(found.id.text, PeopleInvited{std::move(invited), found.title, found.place, found.starts_at})
    );
}

Result<Decision> decide(const JoinMeeting& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_consultation(desk, wish.consultation));
    if (!found.meeting.empty()) return Decision{{}, found.id.text, {}};
    return journal::decided(journal::event(found.id.text, MeetingJoined{desk.new_id()}));
}

std::optional<World> world_of(const SetAgenda& wish, store::Rows& rows) {
    return world_of_consultation(rows, wish.consultation);
}
std::optional<World> world_of(const InvitePeople& wish, store::Rows& rows) {
    return world_of_consultation(rows, wish.consultation);
}
std::optional<World> world_of(const JoinMeeting& wish, store::Rows& rows) {
    return world_of_consultation(rows, wish.consultation);
}

}  // namespace anlan::consultation
