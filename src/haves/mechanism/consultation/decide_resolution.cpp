#include <fmt/format.h>

#include <algorithm>

#include "consultation/commands.hpp"
#include "consultation/rules.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::consultation {

namespace {

/// Who answers for it: a post with its holder, a person, or units below.
struct Answerable {
    PostId post;
    PersonId owner;
    std::string title;
};

Result<Answerable> units_of(const MakeResolution& wish, const Desk& desk) {
    std::vector<std::string> names;
    for (const auto& area : wish.to) {
        if (area == desk.node.area || area.parent() != desk.node.area)
            return refuse("not_below", "to", "只能交给本级的直属下级", "only your own children can be given it");
        if (!organisation::area_facts(desk.views, area))
            return refuse("area_unknown", "to", "没有这个单位：" + area.text, "no such area: " + area.text);
        names.push_back(organisation::area_name(desk.views, area));
    }
    return Answerable{{}, {}, fmt::format("{}", fmt::join(names, "、"))};
}

Result<Answerable> post_of(const PostId& id, const Desk& desk) {
    const auto post = organisation::post(desk.views, id);
    if (!post) return refuse("post_unknown", "post", "没有这个岗位", "there is no such post");
    auto owner = post->holder.empty() ? post->deputy : post->holder;
    if (owner.empty())
        return refuse(
            "post_vacant", "post", "这个岗位没有人，请另选责任人", "the post is vacant; choose somebody else"
        );
    return Answerable{post->id, std::move(owner), post->title};
}

Result<Answerable> answerable_of(const MakeResolution& wish, const Desk& desk) {
    const int given = !wish.to.empty() + !wish.post.empty() + !wish.owner.empty();
    if (given != 1)
        return refuse(
            "owner_missing", "owner", "请选择责任岗位、责任人或责任单位（选一种）", "choose one post, person or unit"
        );
    if (!wish.to.empty()) return units_of(wish, desk);
    if (!wish.post.empty()) return post_of(wish.post, desk);
    BOOST_OUTCOME_TRYV(check_person(desk, wish.owner, "owner"));
    return Answerable{{}, wish.owner, title_of(desk, wish.owner)};
}

/// Not before half of the time has gone: who was given an hour is not reminded at once.
Instant remind_at(const Desk& desk, Instant due) {
    const auto before = policy::seconds(desk.views, "consultation.remind_before");
    return std::max<Instant>(due - before, desk.now + (due - desk.now) / 2);
}

ResolutionReminded reminding(const ResolutionFacts& found, bool by_clock) {
    return {found.owner, found.text, found.due, by_clock};
}

ResolutionClosed closed_as(
    const ResolutionFacts& found, ResolutionOutcome outcome, const std::string& words, Instant now
) {
    return {found.consultation, found.number, outcome, found.text, words, now > found.due};
}

}  // namespace

Result<Decision> decide(const MakeResolution& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_consultation(desk, wish.consultation));
    BOOST_OUTCOME_TRYV(
        check_text(wish.text, "text_missing", "text", "请写要做什么", "write what is to be done", kLongestTitle * 4)
    );
    BOOST_OUTCOME_TRY(auto answerable, answerable_of(wish, desk));
    if (wish.due <= desk.now)
        return refuse("due_past", "due", "完成时限应晚于现在", "the time to finish must lie ahead");
    const auto number = static_cast<std::int64_t>(resolutions_of(desk.views, found.id).size()) + 1;
    const ResolutionMade made{
        found.id,
        number,
        wish.text,
        answerable.post,
        answerable.owner,
        answerable.title,
        wish.to,
        wish.due,
        remind_at(desk, wish.due),
        found.title};
    return journal::decided(journal::event(desk.new_id(), made));
}

Result<Decision> decide(const RemindResolution& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_resolution(desk, wish.resolution));
    return journal::decided(journal::event(found.id.text, reminding(found, false)));
}

Result<Decision> decide(const RemindInTime& wish, const Desk& desk) {
    const auto found = find_resolution(desk.views, wish.resolution);
    if (!found || found->outcome) return Decision{{}, wish.resolution.text, {}};
    return journal::decided(journal::event(found->id.text, reminding(*found, true)));
}

Result<Decision> decide(const EndResolution& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_resolution(desk, wish.resolution));
    const auto meeting = find_consultation(desk.views, found.consultation);
    const bool chair = meeting && meeting->chair == desk.person();
    if (!chair && organisation::leader_on_duty(desk.views, desk.node.area) != desk.person())
        return refuse(
            "not_chair",
            "resolution",
            "只有主持人或带班领导可以终止；办完请由责任人确认任务",
            "only the chair or the leader on duty ends it; what is done is confirmed by its owner"
        );
    BOOST_OUTCOME_TRYV(check_text(
        wish.reason, "reason_missing", "reason", "请写终止原因", "say why it is not to be done", kLongestTitle * 4
    ));
    return journal::decided(
        journal::event(found.id.text, closed_as(found, ResolutionOutcome::ended, wish.reason, desk.now))
    );
}

Result<Decision> decide(const SettleResolution& wish, const Desk& desk) {
    const auto found = find_resolution(desk.views, wish.resolution);
    if (!found || found->outcome) return Decision{{}, wish.resolution.text, {}};
    return journal::decided(
        journal::event(found->id.text, closed_as(*found, ResolutionOutcome::done, wish.words, desk.now))
    );
}

std::optional<World> world_of(const MakeResolution& wish, store::Rows& rows) {
    return world_of_consultation(rows, wish.consultation);
}
std::optional<World> world_of(const RemindResolution& wish, store::Rows& rows) {
    return world_of_resolution(rows, wish.resolution);
}
std::optional<World> world_of(const RemindInTime& wish, store::Rows& rows) {
    return world_of_resolution(rows, wish.resolution);
}
std::optional<World> world_of(const EndResolution& wish, store::Rows& rows) {
    return world_of_resolution(rows, wish.resolution);
}
std::optional<World> world_of(const SettleResolution& wish, store::Rows& rows) {
    return world_of_resolution(rows, wish.resolution);
}

}  // namespace anlan::consultation
