#include <algorithm>

#include "duty/log_commands.hpp"
#include "duty/log_queries.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::duty {

namespace {

std::string title_of(const Desk& desk, const PersonId& person) {
    const auto held = organisation::posts_held_by(desk.views, person);
    return held.empty() ? "值班室" : held.front().title;
}

/// Who is at the desk by the rota; without one, who holds the post.
PersonId at_the_desk(const Desk& desk) {
    for (const auto& on : on_duty(desk.views, desk.now))
        if (on.duty.post == DutyPost::officer) return on.duty.person;
    for (const auto& post : organisation::posts_of(desk.views, "duty_officer", desk.node.area))
        if (post.area == desk.node.area && !post.holder.empty()) return post.holder;
    return {};
}

}  // namespace

Result<Decision> decide(const MakeRollCall& wish, const Desk& desk) {
    if (wish.to.empty()) return refuse("to_missing", "to", "请选择点名对象", "choose whom to call");
    for (const auto& area : wish.to)
        if (area == desk.node.area || area.parent() != desk.node.area)
            return refuse("not_below", "to", "只能点名直属下级", "only your own children are called");
    const auto limit = wish.limit_seconds.value_or(policy::seconds(desk.views, "duty.rollcall.ack").count());
    if (limit < 20 || limit > 3'600)
        return refuse("limit_invalid", "limit_seconds", "应答时限请在 20 秒到 1 小时之间", "20 seconds to an hour");
    auto made = journal::event(desk.new_id(), RollCallMade{wish.to, limit, title_of(desk, desk.person())});
    made.to = wish.to;
    return journal::decided(std::move(made));
}

Result<Decision> decide(const RingRollCall& wish, const Desk& desk) {
    if (find_rung(desk.views, wish.rollcall)) return Decision{{}, wish.rollcall.text, {}};
    const auto person = at_the_desk(desk);
    Decision decision;
    decision.subject = wish.rollcall.text;
    decision.events.push_back(
        journal::event(wish.rollcall.text, RollCallRung{person, wish.limit_seconds, wish.by_title})
    );
    return decision;
}

Result<Decision> decide(const AnswerRollCall& wish, const Desk& desk) {
    const auto rung = find_rung(desk.views, wish.rollcall);
    if (!rung || rung->answered_at) return Decision{{}, wish.rollcall.text, {}};
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(desk.now - rung->at).count();
    const auto outcome = wish.by == rung->person ? RollCallOutcome::present : RollCallOutcome::stand_in;
    return journal::decided(
        journal::event(wish.rollcall.text, RollCallAnswered{desk.node.area, outcome, seconds, title_of(desk, wish.by)})
    );
}

std::optional<World> world_of(const MissRollCall& wish, store::Rows& rows) {
    const auto rung = find_rung(rows, wish.rollcall);
    if (!rung) return std::nullopt;
    return World::stored(rung->drill);
}

Result<Decision> decide(const MissRollCall& wish, const Desk& desk) {
    const auto rung = find_rung(desk.views, wish.rollcall);
    if (!rung || rung->answered_at) return Decision{{}, wish.rollcall.text, {}};
    return journal::decided(journal::event(
        wish.rollcall.text, RollCallAnswered{desk.node.area, RollCallOutcome::missed, rung->limit_seconds, ""}
    ));
}

}  // namespace anlan::duty
