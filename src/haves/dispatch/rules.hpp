#pragma once

#include "dispatch/records.hpp"
#include "journal/desk.hpp"

namespace anlan::dispatch {

/// Title of a post of who acts; names stay home.
std::string title_of(const journal::Desk& desk);
/// Refuses `dispatch_unknown`.
Result<DispatchRow> known_dispatch(const journal::Desk& desk, const DispatchId& id);
std::optional<World> world_of_dispatch(store::Rows& rows, const DispatchId& id);

}  // namespace anlan::dispatch
