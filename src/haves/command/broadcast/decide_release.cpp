#include <algorithm>

#include "broadcast/commands.hpp"
#include "broadcast/rules.hpp"
#include "broadcast/targets.hpp"
#include "policy/queries.hpp"

namespace anlan::broadcast {

namespace {

/// What the second person has read is what is released, and not next week.
Result<void> check_freshness(const ReleaseBroadcast& wish, const BroadcastFacts& draft, const Desk& desk) {
    if (wish.revision != draft.revision)
        return refuse(
            "revision_changed",
            "revision",
            "文稿刚被改过，请重新看过再播发",
            "it has been changed since you read it; read it again and release that"
        );
    if (desk.now - draft.drafted_at <= policy::seconds(desk.views, "broadcast.draft_limit")) return done();
    return refuse(
        "draft_too_old",
        "",
        "这份文稿已过期，请由起草人重新保存一次",
        "this draft is too old; let its writer save it anew"
    );
}

bool heard_below(const std::vector<AreaCode>& zones, store::Rows& rows) {
    const auto all = all_terminals(rows);
    return std::any_of(all.begin(), all.end(), [&](const TerminalFacts& terminal) {
        return !terminal.node.text.empty() && std::any_of(zones.begin(), zones.end(), [&](const AreaCode& zone) {
            return zone.contains(terminal.area);
        });
    });
}

Result<void> check_reach(const RealTargets& targets, const RealSheet& real, const Desk& desk) {
    if (!targets.ids().empty() || heard_below(real.sheet().zones, desk.views)) return done();
    return refuse(
        "no_terminals",
        "sheet.zones",
        "所选区域没有登记喇叭，请改选区域，并用电话、敲门通知",
        "there is no loudspeaker in these zones; choose others, and tell people by telephone or at the door"
    );
}

Result<void> check_reach(const DrillTargets& targets, const DrillSheet&, const Desk&) {
    if (!targets.ids().empty()) return done();
    return refuse(
        "no_drill_terminals",
        "sheet.zones",
        "所选区域没有标为“可用于演练”的喇叭",
        "no loudspeaker in these zones is marked for drills"
    );
}

Result<Release> released_by(const ReleaseBroadcast& wish, const BroadcastFacts& draft, const Desk& desk) {
    if (wish.warning.empty()) return Release::by_second(draft, desk.person());
    return Release::by_warning(draft, desk.person(), wish.warning, desk.views, desk.now);
}

}  // namespace

Result<Decision> decide(const ReleaseBroadcast& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(check_person(desk.person()));
    BOOST_OUTCOME_TRY(const auto found, own_broadcast(desk, wish.broadcast));
    if (found.released_by == desk.person()) return Decision{{}, found.id.text, {}};
    BOOST_OUTCOME_TRY(const auto draft, own_draft(desk, wish.broadcast));
    BOOST_OUTCOME_TRY(const auto release, released_by(wish, draft, desk));
    BOOST_OUTCOME_TRYV(check_freshness(wish, draft, desk));
    BOOST_OUTCOME_TRY(const auto nature, Nature::of(desk.world, draft.sheet));
    const auto close_by = close_of_waiting(desk, draft.sheet);
    return std::visit(
        [&](const auto& message) -> Result<Decision> {
            const auto targets = targets_of(message, desk.views);
            BOOST_OUTCOME_TRYV(check_reach(targets, message, desk));
            auto event = released(draft.id, message, targets, release, close_by);
            event.to = told_to(desk.node.area, draft.sheet.zones, desk.views);
            return journal::decided(std::move(event));
        },
        nature
    );
}

Result<Decision> decide(const RefuseBroadcast& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto draft, own_draft(desk, wish.broadcast));
    BOOST_OUTCOME_TRYV(check_person(desk.person()));
    if (!by_program(draft)) {
        BOOST_OUTCOME_TRYV(Release::by_second(draft, desk.person()));
    }
    if (wish.reason.empty()) return refuse("reason_missing", "reason", "请写退回原因", "say why it is refused");
    return journal::decided(journal::event(draft.id.text, BroadcastRefused{wish.reason, desk.person()}));
}

Result<Decision> decide(const StopBroadcast& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, own_broadcast(desk, wish.broadcast));
    if (found.ended()) return Decision{{}, found.id.text, {}};
    auto event = journal::event(found.id.text, BroadcastStopped{found.sheet.title, wish.reason});
    event.to = told_to(desk.node.area, found.sheet.zones, desk.views);
    return journal::decided(std::move(event));
}

std::optional<World> world_of(const ReleaseBroadcast& wish, store::Rows& rows) {
    return world_of_broadcast(rows, wish.broadcast);
}
std::optional<World> world_of(const RefuseBroadcast& wish, store::Rows& rows) {
    return world_of_broadcast(rows, wish.broadcast);
}
std::optional<World> world_of(const StopBroadcast& wish, store::Rows& rows) {
    return world_of_broadcast(rows, wish.broadcast);
}

}  // namespace anlan::broadcast
