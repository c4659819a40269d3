#pragma once

#include <optional>

#include "journal/writer.hpp"

/// What was granted under a sender's own key, so that an item sent twice is one item. It is kept in the transaction
/// that wrote the facts: there is no moment at which one is saved without the other.
namespace anlan::journal {

/// The outcome of the same item, granted before. Refuses `key_reused` when another item came under this key.
Result<std::optional<Outcome>> granted_before(store::Rows& rows, const Once& once);
/// Remembers the outcome for 90 days, longer than any phone keeps an item.
void remember_granted(store::Rows& rows, const Once& once, const Outcome& outcome, Instant now);

}  // namespace anlan::journal
