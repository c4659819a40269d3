#include "calls/channel_plan.hpp"
#include "calls/commands.hpp"
#include "calls/ladder.hpp"
#include "calls/records.hpp"

namespace anlan::calls {

namespace {

/// The next rung after the one on turn, or the next that another person stands on.
std::int64_t rung_after(const CallRow& call, bool another) {
    auto next = call.stage + 1;
    const auto end = static_cast<std::int64_t>(call.ladder.size());
    while (another && next < end && call.ladder[static_cast<std::size_t>(next)].person == call.turn) ++next;
    return next;
}

/// The rung `next` rings; past the end of the ladder the desk is told that nobody is left.
journal::Events climb(const CallRow& call, std::int64_t next, const std::string& reason, const Desk& desk) {
    if (next >= static_cast<std::int64_t>(call.ladder.size())) {
        if (call.exhausted != 0) return {};
        return {journal::event(call.id, CallExhausted{call.origin})};
    }
    const auto& rung = call.ladder[static_cast<std::size_t>(next)];
    journal::Events events{journal::event(
        call.id,
        CallEscalated{
            .stage = next,
            .role = rung.role,
            .person = rung.person,
            .reason = reason,
            .due = desk.now + std::chrono::seconds{rung.limit_seconds},
            .origin = call.origin,
            .headline = call.headline,
            .text = call.text,
            .colour = call.colour,
            .hazard = call.hazard,
            .level = call.level,
            .voice = rings_by_voice(call.colour, desk)}
    )};
    if (auto plan = plan_channels(call.id, next, rung, call.colour, rings_by_voice(call.colour, desk), desk))
        events.push_back(std::move(*plan));
    if (rung.role == RungRole::door_knock)
        events.push_back(journal::event(call.id, DoorKnockRequested{rung.person, call.households}));
    return events;
}

}  // namespace

Result<Decision> decide(const EscalateCall& wish, const Desk& desk) {
    const auto call = call_row(desk.views, wish.call);
    if (!call) return refuse("call_unknown", "call", "没有这次叫应", "there is no such call");
    if (!call->open()) return Decision{};
    // The officer gave up on the person before the deadline's turn came: the next rung has its own time.
    if (wish.stage != call->stage) return Decision{};
    return journal::decided(climb(*call, rung_after(*call, false), "no_answer", desk), call->id);
}

Result<Decision> decide(const GiveUpOnPerson& wish, const Desk& desk) {
    const auto call = call_row(desk.views, wish.call);
    if (!call) return refuse("call_unknown", "call", "没有这次叫应", "there is no such call");
    if (!call->open())
        return refuse("already_answered", "call", "这次叫应已有结果", "this call has its result already");
    if (wish.reason.empty())
        return refuse("reason_missing", "reason", "请写明联系不上的原因", "say why the person cannot be reached");
    journal::Events events{journal::event(call->id, CallUnreachable{call->turn, wish.reason, wish.next})};
    for (auto& event : climb(*call, rung_after(*call, true), wish.reason, desk)) events.push_back(std::move(event));
    return journal::decided(std::move(events), call->id);
}

}  // namespace anlan::calls
