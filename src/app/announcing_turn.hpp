#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "broadcast/queries.hpp"

namespace anlan::app {

/// A broadcast whose sound is being made or is out.
struct OnAir {
    broadcast::Order order;
    std::set<broadcast::TerminalId> terminals;
    bool sounding = true;  ///< false: all is out, receipts are waited for
};

/// What is to change now.
struct Turn {
    std::vector<broadcast::BroadcastId> stop;                                          ///< nobody wants it any more
    std::vector<std::pair<broadcast::BroadcastId, broadcast::BroadcastId>> interrupt;  ///< which, by which
    std::vector<broadcast::BroadcastId> start;
};

/// At one loudspeaker sounds one broadcast. `wanted` stands in the order in which they sound: each begins as soon as
/// all its loudspeakers are free of those before it; one that is more urgent takes them from what sounds there. What
/// goes to other loudspeakers is not held up.
Turn next_turn(const std::vector<broadcast::ToPlay>& wanted, const std::map<broadcast::BroadcastId, OnAir>& on_air);

}  // namespace anlan::app
