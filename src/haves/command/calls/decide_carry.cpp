#include "calls/channel_commands.hpp"
#include "calls/channel_plan.hpp"
#include "calls/channel_words.hpp"
#include "calls/records.hpp"
#include "organisation/phone_queries.hpp"
#include "subscriptions/queries.hpp"

namespace anlan::calls {

namespace {

std::optional<Passed> why_passed(const CallRow& call, Channel channel, const ChannelPolicy& policy, const Desk& desk) {
    bool awake = false;
    for (const auto& row : channel_rows(desk.views)) awake = awake || (row.channel == channel && row.awake);
    if (!awake) return Passed::asleep;
    if (channel == Channel::push) {
        if (!subscriptions::has_device(desk.views, call.turn)) return Passed::no_device;
    } else if (organisation::phone(desk.views, call.turn).empty()) {
        return Passed::no_number;
    }
    if (!fits(channel, words_for(channel, desk.node.name, call.headline, call.text))) return Passed::too_long;
    const auto used = carried_since(desk.views, channel, desk.now - std::chrono::hours{1});
    if (policy.hour_limit > 0 && used >= policy.hour_limit) return Passed::limit;
    return std::nullopt;
}

/// The first channel from this turn on that can be tried, and those passed over on the way.
journal::Events tried(const CallRow& call, std::int64_t turn, const Desk& desk) {
    journal::Events events;
    const auto plan = plan_row(desk.views, call.id);
    if (!plan || plan->stage != call.stage) return events;
    for (; turn < static_cast<std::int64_t>(plan->turns.size()); ++turn) {
        const auto channel = plan->turns[static_cast<std::size_t>(turn)].channel;
        const auto policy = policy_of(desk.views, channel);
        if (const auto why = why_passed(call, channel, policy, desk)) {
            events.push_back(journal::event(call.id, ChannelPassed{call.stage, turn, call.turn, channel, *why}));
            continue;
        }
        events.push_back(
            journal::event(call.id, CallCarried{{desk.new_id()}, call.stage, turn, call.turn, channel, policy.cost_fen})
        );
        break;
    }
    return events;
}

/// Whether a carrier may still say this after that. What has failed or was answered stays so.
bool is_news(Carriage was, Carriage is) {
    switch (is) {
        case Carriage::accepted:
            return was == Carriage::wanted || was == Carriage::uncertain || was == Carriage::dropped;
        case Carriage::delivered:
            return was != Carriage::delivered && was != Carriage::answered && was != Carriage::failed;
        case Carriage::failed:
            return was != Carriage::failed && was != Carriage::answered && was != Carriage::delivered;
        case Carriage::uncertain:
            return was == Carriage::wanted || was == Carriage::dropped;
        case Carriage::answered:
            return was != Carriage::answered;
        default:
            return false;
    }
}

}  // namespace

Result<Decision> decide(const CarryCall& wish, const Desk& desk) {
    const auto call = call_row(desk.views, wish.call);
    if (!call) return refuse("call_unknown", "call", "没有这次叫应", "there is no such call");
    if (!call->open() || call->stage != wish.stage) return Decision{};
    return journal::decided(tried(*call, wish.turn, desk), call->id);
}

Result<Decision> decide(const TellCarriage& wish, const Desk& desk) {
    const auto carry = carry_row(desk.views, wish.carry);
    if (!carry) return refuse("carry_unknown", "carry", "没有这次外呼", "there is no such carrying of a call");
    if (!is_news(carry->state, wish.state)) return Decision{};
    const auto call = call_row(desk.views, {carry->call});
    journal::Events events{
        journal::event(carry->call, CarriageTold{wish.carry, wish.state, wish.parts, wish.note_zh, wish.note_en})};
    if (wish.state == Carriage::answered && call->open())
        events.push_back(answer_by(*call, carry->person, answer_channel_of(carry->channel), desk));
    if (wish.state == Carriage::failed && call->open() && call->stage == carry->stage)
        for (auto& event : tried(*call, carry->turn + 1, desk)) events.push_back(std::move(event));
    return journal::decided(std::move(events), carry->call);
}

std::optional<World> world_of(const CarryCall& wish, store::Rows& rows) {
    const auto drill = rows.value<std::string>("SELECT drill FROM call WHERE id = :i", wish.call);
    return drill ? std::optional(World::stored(*drill)) : std::nullopt;
}

std::optional<World> world_of(const TellCarriage& wish, store::Rows& rows) {
    const auto carry = carry_row(rows, wish.carry);
    return carry ? world_of(CarryCall{{carry->call}, 0, 0}, rows) : std::nullopt;
}

}  // namespace anlan::calls
