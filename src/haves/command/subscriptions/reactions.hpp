#pragma once

#include "journal/desk.hpp"
#include "organisation/events.hpp"

namespace anlan::subscriptions {

/// Whoever is erased has no devices here any more.
journal::Wishes on_erased(const journal::Cause& cause, const organisation::PersonErased& erased);

}  // namespace anlan::subscriptions
