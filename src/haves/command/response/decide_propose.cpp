#include <fmt/format.h>

#include "organisation/queries.hpp"
#include "policy/queries.hpp"
#include "response/commands.hpp"
#include "response/footing.hpp"
#include "response/queries.hpp"
#include "warning/queries.hpp"

namespace anlan::response {

namespace {

/// 红色两分钟, and longer for the others: response.confirm_limit.<colour> of the policy pack.
Instant confirm_by(const Desk& desk, const std::string& colour) {
    const bool known = colour == "red" || colour == "orange" || colour == "yellow" || colour == "blue";
    return desk.now + policy::seconds(desk.views, "response.confirm_limit" + (known ? "." + colour : std::string()));
}

struct Leader {
    PersonId person;
    PostId post;
};

/// The leader on duty, else the head of the station, else the deputy of either.
Leader leader_here(store::Rows& rows, const AreaCode& area) {
    if (const auto leader = organisation::leader_on_duty(rows, area); !leader.empty()) return {leader, {}};
    for (const auto* code : {"station_head", "duty_leader", "town_head"})
        for (const auto& post : organisation::posts_of(rows, code, area)) {
            if (!post.holder.empty()) return {post.holder, post.id};
            if (!post.deputy.empty()) return {post.deputy, post.id};
        }
    return {};
}

}  // namespace

Result<Decision> decide(const ProposeResponse& wish, const Desk& desk) {
    if (const auto open = open_response(desk.views, desk.world, wish.hazard, wish.plan))
        return Decision{{}, open->id.text, {}};
    BOOST_OUTCOME_TRY(auto chosen, choose_level(desk.views, wish.plan, wish.level));
    Footing footing;
    footing.hazard = wish.hazard;
    footing.warning = wish.warning;
    footing.ordered_by = wish.ordered_by;
    footing.colour = wish.colour;
    footing.area = desk.node.area;
    footing = footing_on(chosen, std::move(footing));
    const ResponseProposed proposed{footing, wish.reason_zh, wish.reason_en, confirm_by(desk, footing.colour)};
    return journal::decided(journal::event(desk.new_id(), proposed));
}

Result<Decision> decide(const SuggestLevel& wish, const Desk& desk) {
    const auto response = find_response(desk.views, wish.response);
    if (!response) return refuse("response_unknown", "response", "没有这次响应", "there is no such response");
    if (!response->open() || wish.level == response->suggested_level.value_or(response->level))
        return Decision{{}, wish.response.text, {}};
    LevelSuggested suggested{wish.level, wish.warning, wish.colour, wish.reason_zh, wish.reason_en, {}};
    if (response->state == ResponseState::proposed && wish.level > 0) {
        suggested.confirm_by = confirm_by(desk, wish.colour);
        if (response->confirm_by) suggested.confirm_by = std::min(*suggested.confirm_by, *response->confirm_by);
    }
    return journal::decided(journal::event(wish.response.text, suggested));
}

std::optional<World> world_of(const SuggestLevel& wish, store::Rows& rows) {
    return world_of_response(rows, wish.response);
}

Result<Decision> decide(const EscalateConfirm& wish, const Desk& desk) {
    const auto response = find_response(desk.views, wish.response);
    if (!response) return refuse("response_unknown", "response", "没有这次响应", "there is no such response");
    if (response->state != ResponseState::proposed) return Decision{{}, wish.response.text, {}};
    const auto leader = leader_here(desk.views, desk.node.area);
    const auto what = warning::hazard_name(response->hazard) + plan::roman(response->level) + "级响应";
    const ConfirmEscalated escalated{
        leader.person,
        leader.post,
        Announcement(desk.world, "请确认是否启动" + what).text(),
        Announcement(desk.world, response->reason_zh + "。值班员未在时限内确认，请您决定是否启动" + what + "。").text(),
        response->level,
        response->hazard,
        response->colour,
        desk.node.area};
    return journal::decided(journal::event(wish.response.text, escalated));
}

std::optional<World> world_of(const EscalateConfirm& wish, store::Rows& rows) {
    return world_of_response(rows, wish.response);
}

}  // namespace anlan::response
