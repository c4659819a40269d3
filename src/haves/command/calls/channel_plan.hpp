#pragma once

#include "calls/channel_records.hpp"
#include "calls/commands.hpp"

namespace anlan::calls {

/// The plan for a rung that rings now: the channels of its person that this station serves, `callout.channel.pause` of
/// the colour apart, all of them within the rung's limit; at night the first at once. Notices to devices go out with
/// the page on the telephone when they stand next to it. In a drill nothing but these, which are marked; nothing where
/// only the page is served.
std::optional<journal::Event> plan_channels(
    const std::string& call,
    std::int64_t stage,
    const Rung& rung,
    const std::string& colour,
    bool night,
    const Desk& desk
);

/// The person's own order, or that of the policy pack.
std::vector<Channel> order_for(store::Rows& rows, const PersonId& person);

/// What the policy pack says of a channel.
struct ChannelPolicy {
    std::int64_t rank = 0;  ///< place in everybody's order; 0: not used unless chosen for a person
    std::int64_t cost_fen = 0, hour_limit = 0;
};
ChannelPolicy policy_of(store::Rows& rows, Channel channel);

}  // namespace anlan::calls
