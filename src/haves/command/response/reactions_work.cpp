#include "calls/commands.hpp"
#include "response/activation.hpp"
#include "response/commands.hpp"
#include "response/queries.hpp"
#include "response/reactions.hpp"
#include "tasks/commands.hpp"
#include "warning/queries.hpp"

namespace anlan::response {

namespace {

/// The leader's call is apart from the response's own calls: it ends when somebody has decided.
std::string confirm_origin(const std::string& response) {
    return response + "/confirm";
}

journal::Wish stop_calling_leader(const journal::Cause& cause) {
    return cause.wish(kActor, calls::CloseCalls{confirm_origin(cause.entry.subject), "已有人决定"});
}

journal::Wishes work(const journal::Cause& cause, const InForce& now) {
    journal::Wishes wishes{stop_calling_leader(cause)};
    const auto approved = plan::approved_plan(cause.views, now.footing.plan);
    if (!approved) return wishes;
    // People first: a call rings while the lists are still being written.
    for (auto& each : calls_of(cause, now, approved->plan)) wishes.push_back(std::move(each));
    for (auto& each : tasks_of(cause, now, approved->plan)) wishes.push_back(std::move(each));
    return wishes;
}

journal::Wishes end_of_work(const journal::Cause& cause, const std::string& reason) {
    return {
        stop_calling_leader(cause),
        cause.wish(kActor, calls::CloseCalls{cause.entry.subject, reason}),
        cause.wish(kActor, tasks::CancelTasks{cause.entry.subject, reason})};
}

}  // namespace

journal::Wishes on_confirm_escalated(const journal::Cause& cause, const ConfirmEscalated& escalated) {
    if (!cause.mine || escalated.leader.empty()) return {};
    return {cause.wish(
        kActor,
        calls::PlaceCall{
            confirm_origin(cause.entry.subject),
            escalated.leader,
            escalated.post,
            escalated.area,
            escalated.headline,
            escalated.text,
            escalated.colour,
            escalated.hazard,
            escalated.level,
            {}}
    )};
}

journal::Wishes put_to_work(const journal::Cause& cause, const ResponseActivated& activated) {
    if (!cause.mine) return {};
    return work(cause, {cause.entry.subject, activated.footing, activated.statement, 0});
}

journal::Wishes change_work(const journal::Cause& cause, const LevelChanged& changed) {
    if (!cause.mine) return {};
    return work(cause, {cause.entry.subject, changed.footing, changed.statement, changed.from});
}

journal::Wishes on_step_repeated(const journal::Cause& cause, const StepRepeated& repeated) {
    if (!cause.mine) return {};
    const auto response = find_response(cause.views, {cause.entry.subject});
    if (!response) return {};
    const auto approved = plan::approved_plan(cause.views, response->plan);
    const auto* level = approved ? plan::level_of(approved->plan, response->level) : nullptr;
    if (level == nullptr) return {};
    return tasks_again(cause, cause.entry.subject, *level, repeated);
}

journal::Wishes on_declined(const journal::Cause& cause, const ResponseDeclined&) {
    if (!cause.mine) return {};
    return {stop_calling_leader(cause)};
}

journal::Wishes on_closed(const journal::Cause& cause, const ResponseClosed& closed) {
    if (!cause.mine) return {};
    return end_of_work(cause, closed.reason);
}

journal::Wishes on_drill_ended(const journal::Cause& cause, const warning::DrillEnded&) {
    journal::Wishes wishes;
    for (const auto& open : open_responses(cause.views, World::stored(cause.entry.subject)))
        wishes.push_back(cause.wish(kActor, CloseResponse{open.id, "演练结束"}));
    return wishes;
}

}  // namespace anlan::response
