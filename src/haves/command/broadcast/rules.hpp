#pragma once

#include "broadcast/queries.hpp"
#include "journal/desk.hpp"

namespace anlan::broadcast {

/// This node's own broadcast. Refuses `broadcast_unknown`.
Result<BroadcastFacts> own_broadcast(const journal::Desk& desk, const BroadcastId& id);
/// As own_broadcast, and `not_a_draft`, `broadcast_ended`, `not_released`.
Result<BroadcastFacts> own_draft(const journal::Desk& desk, const BroadcastId& id);
Result<BroadcastFacts> own_on_air(const journal::Desk& desk, const BroadcastId& id);
/// This node's own terminal, in use. Refuses `terminal_unknown`, `terminal_retired`, in a drill `only_real`.
Result<TerminalFacts> own_terminal(const journal::Desk& desk, const TerminalId& id);
Result<void> only_in_reality(const journal::Desk& desk);

std::optional<World> world_of_broadcast(store::Rows& rows, const BroadcastId& id);

/// When whoever has given no receipt is silent: of what sounds now, or is still to wait for its turn.
/// `round_seconds`: what sounds lasts at least so long each time.
Instant close_of_sounding(const journal::Desk& desk, const BroadcastSheet& sheet, std::int64_t round_seconds = 0);
Instant close_of_waiting(const journal::Desk& desk, const BroadcastSheet& sheet);

/// The end of a broadcast as it stands in the views, with what `last` adds to them.
BroadcastFinished finished(
    const journal::Desk& desk, const BroadcastFacts& broadcast, const std::optional<ReceiptTaken>& last
);

}  // namespace anlan::broadcast
