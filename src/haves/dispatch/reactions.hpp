#pragma once

#include "dispatch/events.hpp"
#include "journal/desk.hpp"

namespace anlan::dispatch {

/// The keeper of each store that is to send gets a task.
journal::Wishes on_decided(const journal::Cause& cause, const DispatchDecided& decided);
/// The task is done; and who decided tells the others.
journal::Wishes on_handed_over(const journal::Cause& cause, const SuppliesHandedOver& over);
journal::Wishes on_receipted(const journal::Cause& cause, const SuppliesReceipted& receipted);

}  // namespace anlan::dispatch
