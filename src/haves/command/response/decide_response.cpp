#include "response/commands.hpp"
#include "response/footing.hpp"
#include "response/queries.hpp"

namespace anlan::response {

namespace {

Refusal response_unknown() {
    return refuse("response_unknown", "response", "没有这次响应", "there is no such response");
}

Refusal already_closed() {
    return refuse("already_closed", "response", "这次响应已经结束", "this response is over already");
}

Refusal already_active() {
    return refuse("already_active", "response", "这次响应已经启动", "this response is active already");
}

Refusal reason_missing() {
    return refuse("reason_missing", "reason", "请写明理由", "give the reason");
}

/// A level is put in force by a person, never by the program.
Result<void> check_person(const Desk& desk) {
    if (!desk.actor.starts_with("system:")) return done();
    return refuse("not_permitted", "", "响应须由人确认启动", "a response is started by a person");
}

Footing footing_of(const ResponseFacts& facts) {
    Footing footing;
    footing.hazard = facts.hazard;
    footing.warning = facts.warning;
    footing.incident = facts.incident;
    footing.ordered_by = facts.ordered_by;
    footing.colour = facts.colour;
    footing.area = facts.area;
    return footing;
}

}  // namespace

Result<Decision> decide(const ConfirmResponse& wish, const Desk& desk) {
    const auto response = find_response(desk.views, wish.response);
    if (!response) return response_unknown();
    if (response->state == ResponseState::active) return already_active();
    if (response->state == ResponseState::closed) return already_closed();
    BOOST_OUTCOME_TRYV(check_person(desk));
    const auto plan = wish.plan.value_or("").empty() ? response->plan : *wish.plan;
    BOOST_OUTCOME_TRY(auto chosen, choose_level(desk.views, plan, wish.level.value_or(response->level)));
    if (plan != response->plan && open_response(desk.views, desk.world, response->hazard, plan))
        return refuse(
            "already_open", "plan", "该预案对这一灾种已有响应", "this plan has an open response for this hazard already"
        );
    const auto footing = footing_on(chosen, footing_of(*response));
    return journal::decided(journal::event(
        response->id.text,
        ResponseActivated{
            footing,
            statement_of(chosen, footing, desk.now),
            "",
            desk.person(),
            vacant_posts(desk.views, chosen.level, desk.node.area),
            repeats_of(chosen.level)}
    ));
}

Result<Decision> decide(const DeclineResponse& wish, const Desk& desk) {
    const auto response = find_response(desk.views, wish.response);
    if (!response) return response_unknown();
    if (response->state == ResponseState::active) return already_active();
    if (response->state == ResponseState::closed) return already_closed();
    if (wish.reason.empty()) return reason_missing();
    return journal::decided(journal::event(response->id.text, ResponseDeclined{wish.reason, desk.person()}));
}

Result<Decision> decide(const ChangeLevel& wish, const Desk& desk) {
    const auto response = find_response(desk.views, wish.response);
    if (!response) return response_unknown();
    if (response->state == ResponseState::closed) return already_closed();
    if (response->state != ResponseState::active)
        return refuse(
            "not_active", "response", "响应还没有启动，请先确认", "the response is not active yet; confirm it first"
        );
    BOOST_OUTCOME_TRYV(check_person(desk));
    if (wish.level == response->level)
        return refuse("already_at_this_level", "level", "已经是这个级别", "it is at this level already");
    if (wish.reason.empty()) return reason_missing();
    BOOST_OUTCOME_TRY(auto chosen, choose_level(desk.views, response->plan, wish.level));
    const auto footing = footing_on(chosen, footing_of(*response));
    return journal::decided(journal::event(
        response->id.text,
        LevelChanged{
            response->level,
            footing,
            statement_of(chosen, footing, desk.now),
            wish.reason,
            desk.person(),
            vacant_posts(desk.views, chosen.level, desk.node.area),
            repeats_of(chosen.level)}
    ));
}

Result<Decision> decide(const CloseResponse& wish, const Desk& desk) {
    const auto response = find_response(desk.views, wish.response);
    if (!response) return response_unknown();
    if (response->state == ResponseState::closed) return already_closed();
    const auto by = desk.actor.starts_with("system:") ? PersonId{} : desk.person();
    const auto reason = wish.reason.empty() ? std::string("未说明") : wish.reason;
    if (response->state == ResponseState::proposed)
        return journal::decided(journal::event(response->id.text, ResponseDeclined{reason, by}));
    return journal::decided(journal::event(response->id.text, ResponseClosed{reason, by}));
}

Result<Decision> decide(const RepeatStep& wish, const Desk& desk) {
    const auto response = find_response(desk.views, wish.response);
    if (!response) return response_unknown();
    if (response->state != ResponseState::active) return Decision{{}, wish.response.text, {}};
    return journal::decided(journal::event(response->id.text, StepRepeated{wish.step, wish.number, wish.minutes}));
}

std::optional<World> world_of(const ConfirmResponse& wish, store::Rows& rows) {
    return world_of_response(rows, wish.response);
}
std::optional<World> world_of(const DeclineResponse& wish, store::Rows& rows) {
    return world_of_response(rows, wish.response);
}
std::optional<World> world_of(const ChangeLevel& wish, store::Rows& rows) {
    return world_of_response(rows, wish.response);
}
std::optional<World> world_of(const CloseResponse& wish, store::Rows& rows) {
    return world_of_response(rows, wish.response);
}
std::optional<World> world_of(const RepeatStep& wish, store::Rows& rows) {
    return world_of_response(rows, wish.response);
}

}  // namespace anlan::response
