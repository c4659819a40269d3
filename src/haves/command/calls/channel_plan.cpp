#include "calls/channel_plan.hpp"

#include <algorithm>
#include <cmath>

#include "policy/queries.hpp"

namespace anlan::calls {

namespace {

constexpr Channel kAll[] = {Channel::app, Channel::push, Channel::sms, Channel::voice, Channel::robot};
constexpr std::int64_t kPauseMin_seconds = 5;

std::int64_t setting(store::Rows& rows, Channel channel, const char* what) {
    return std::llround(policy::number(rows, "callout.channel." + std::string(to_text(channel)) + "." + what));
}

std::int64_t pause_of(const std::string& colour, std::int64_t limit_seconds, std::size_t channels, store::Rows& rows) {
    auto key = "callout.channel.pause." + colour;
    if (colour.empty() || !policy::defined(rows, key)) key = "callout.channel.pause";
    const auto most = std::max(kPauseMin_seconds, limit_seconds / static_cast<std::int64_t>(channels + 1));
    return std::clamp<std::int64_t>(policy::seconds(rows, key).count(), kPauseMin_seconds, most);
}

/// A notice is the page's own bell: it does not wait for the page.
bool is_bell_of_page(const std::vector<Channel>& order, std::size_t at) {
    return at < order.size() && order[at] == Channel::push;
}

}  // namespace

ChannelPolicy policy_of(store::Rows& rows, Channel channel) {
    if (channel == Channel::app) return {setting(rows, channel, "rank"), 0, 0};
    return {setting(rows, channel, "rank"), setting(rows, channel, "cost"), setting(rows, channel, "hour_limit")};
}

std::vector<Channel> order_for(store::Rows& rows, const PersonId& person) {
    if (auto chosen = order_of(rows, person); !chosen.empty()) return chosen;
    std::vector<std::pair<std::int64_t, Channel>> ranked;
    for (const auto channel : kAll)
        if (const auto rank = policy_of(rows, channel).rank; rank > 0) ranked.emplace_back(rank, channel);
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Channel> order;
    for (const auto& each : ranked) order.push_back(each.second);
    return order;
}

std::optional<journal::Event> plan_channels(
    const std::string& call,
    std::int64_t stage,
    const Rung& rung,
    const std::string& colour,
    bool night,
    const Desk& desk
) {
    const auto served = channel_rows(desk.views);
    if (served.empty()) return std::nullopt;
    auto order = order_for(desk.views, rung.person);
    std::erase_if(order, [&](Channel channel) {
        if (desk.world.is_drill() && channel != Channel::push) return channel != Channel::app;
        return channel != Channel::app &&
               std::none_of(served.begin(), served.end(), [&](const auto& row) { return row.channel == channel; });
    });
    const auto pause = pause_of(colour, rung.limit_seconds, order.size(), desk.views);
    ChannelsPlanned plan{stage, rung.person, {}};
    std::int64_t after = 0;
    for (std::size_t at = 0; at < order.size(); ++at) {
        if (order[at] != Channel::app)
            plan.turns.push_back({order[at], after});
        else if (night || is_bell_of_page(order, at + 1))
            continue;  // everybody sleeps, and the page alone wakes nobody; or its notice rings with it
        after += pause;
    }
    if (plan.turns.empty()) return std::nullopt;
    return journal::event(call, plan);
}

}  // namespace anlan::calls
