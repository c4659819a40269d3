#include "response/reactions.hpp"

#include <algorithm>

#include "response/activation.hpp"
#include "response/commands.hpp"
#include "response/queries.hpp"
#include "response/wanted.hpp"
#include "warning/queries.hpp"

namespace anlan::response {

namespace {

journal::Wish suggestion(const journal::Cause& cause, const ResponseFacts& open, const std::optional<Wanted>& wanted) {
    SuggestLevel wish{
        open.id,
        0,
        {},
        open.colour,
        "已没有生效的预警或上级响应，建议解除",
        "no warning or order is in force any more; stand down"};
    if (wanted) wish = {open.id, wanted->level, wanted->warning, wanted->colour, wanted->reason_zh, wanted->reason_en};
    return cause.wish(kActor, std::move(wish));
}

ProposeResponse proposal(const std::string& hazard, const Wanted& wanted) {
    return {
        hazard,
        wanted.plan,
        wanted.level,
        wanted.warning,
        wanted.ordered_by,
        wanted.colour,
        wanted.reason_zh,
        wanted.reason_en};
}

/// Whether people have already judged this chain of warnings for this plan at least at this level: a "continue" does
/// not ask them again what they have declined or ended.
bool judged_already(
    store::Rows& rows, const warning::WarningFacts& warning, const std::string& plan, std::int64_t level
) {
    if (warning.action == "issue" || warning.action == "raise") return false;
    for (const auto& each : warning::history_of(rows, warning)) {
        const auto judged = rows.value<std::int64_t>(
            "SELECT COUNT(*) FROM response r JOIN response_warning w ON w.response = r.id "
            "WHERE w.warning = :w AND r.plan = :p AND r.state = 'closed' AND r.level <= :l",
            each.id,
            plan,
            level
        );
        if (judged.value_or(0) > 0) return true;
    }
    return false;
}

/// What the open responses of this hazard should be at now.
journal::Wishes consider_open(const journal::Cause& cause, const std::string& hazard) {
    journal::Wishes wishes;
    const auto world = cause.entry.world();
    for (const auto& open : open_responses(cause.views, world)) {
        if (open.hazard != hazard) continue;
        const auto approved = plan::approved_plan(cause.views, open.plan);
        if (!approved) continue;
        const auto wanted = wanted_now(cause.views, world, cause.node, approved->plan, hazard);
        // What a person started without any warning or order is not the weather's to end.
        if (!wanted && open.warning.empty() && open.ordered_by.empty()) continue;
        wishes.push_back(suggestion(cause, open, wanted));
    }
    return wishes;
}

journal::Wishes obey(const journal::Cause& cause, const Footing& footing) {
    if (cause.mine || !AreaCode{cause.from_area}.contains(cause.node.area)) return {};
    auto wishes = consider_open(cause, footing.hazard);
    const auto world = cause.entry.world();
    for (const auto& order : orders_now(cause.views, world, cause.node, footing.hazard))
        for (const auto& wanted : wanted_by(cause.views, cause.node, order))
            if (!open_response(cause.views, world, footing.hazard, wanted.plan))
                wishes.push_back(cause.wish(kActor, proposal(footing.hazard, wanted)));
    return wishes;
}

}  // namespace

journal::Wishes on_warning_received(const journal::Cause& cause, const warning::WarningReceived& received) {
    if (!cause.mine) return {};
    auto wishes = consider_open(cause, received.hazard);
    const auto warning = warning::find_warning(cause.views, {cause.entry.subject});
    if (!warning || !warning->covers_us || warning->state != warning::WarningState::active) return wishes;
    if (!warning::calls_for_action(warning->status)) return wishes;
    for (const auto& wanted : wanted_by(cause.views, cause.node, *warning)) {
        if (open_response(cause.views, cause.entry.world(), warning->hazard, wanted.plan)) continue;
        if (judged_already(cause.views, *warning, wanted.plan, wanted.level)) continue;
        wishes.push_back(cause.wish(kActor, proposal(warning->hazard, wanted)));
    }
    return wishes;
}

journal::Wishes on_warning_expired(const journal::Cause& cause, const warning::WarningExpired& expired) {
    if (!cause.mine || expired.reason == "drill_ended") return {};
    const auto warning = warning::find_warning(cause.views, {cause.entry.subject});
    if (!warning) return {};
    return consider_open(cause, warning->hazard);
}

journal::Wishes on_activated_above(const journal::Cause& cause, const ResponseActivated& activated) {
    return obey(cause, activated.footing);
}

journal::Wishes on_level_changed_above(const journal::Cause& cause, const LevelChanged& changed) {
    return obey(cause, changed.footing);
}

journal::Wishes on_closed_above(const journal::Cause& cause, const ResponseClosed&) {
    if (cause.mine || !AreaCode{cause.from_area}.contains(cause.node.area)) return {};
    const auto hazard = cause.views.value<std::string>(
        "SELECT hazard FROM other_response WHERE node = :n AND id = :i", cause.from_area, cause.entry.subject
    );
    if (!hazard) return {};
    return consider_open(cause, *hazard);
}

}  // namespace anlan::response
