#pragma once

#include <vector>

#include "calls/ports.hpp"
#include "store/rows.hpp"

namespace anlan::calls {

/// What a channel is to carry: what nobody has taken over yet, and what was accepted or left uncertain since `since`
/// and may still turn out delivered. With numbers in clear; `station` is who speaks.
std::vector<Carry> to_carry(store::Rows& rows, Channel channel, const std::string& station, Instant since);

/// The channels that were served at any time and are awake by the journal.
std::vector<Channel> awake_channels(store::Rows& rows);

}  // namespace anlan::calls
