#pragma once

#include "journal/desk.hpp"
#include "organisation/events.hpp"

namespace anlan::organisation {

/// Whoever is erased can no longer log in.
journal::Wishes on_person_erased(const journal::Cause& cause, const PersonErased& erased);

}  // namespace anlan::organisation
