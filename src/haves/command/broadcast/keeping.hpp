#pragma once

#include "broadcast/project.hpp"

/// Statements that own broadcasts and those of other nodes share; `node` is empty for this one's own.
namespace anlan::broadcast::keeping {

std::string deadline_of(const Entry& entry);
/// `at` was reckoned from the time of the entry.
void close_by(store::Rows& rows, const Entry& entry, Instant at);
void keep(
    store::Rows& rows, const Entry& entry, const BroadcastSheet& sheet, const PersonId& drafted_by, const AreaCode& node
);
void release(
    store::Rows& rows, const Entry& entry, const std::string& words, const PersonId& by, std::size_t terminals,
    const AreaCode& node
);
void end(
    store::Rows& rows, const Entry& entry, BroadcastState state, const std::string& reason, const AreaCode& node
);
void count(store::Rows& rows, const Entry& entry, const BroadcastFinished& finished, const AreaCode& node);

}  // namespace anlan::broadcast::keeping
