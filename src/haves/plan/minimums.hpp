#pragma once

#include "journal/desk.hpp"
#include "plan/events.hpp"

namespace anlan::plan {

/// A plan in force says what the stores must hold: of each item the most that one of its levels takes.
journal::Wishes set_minimums(const journal::Cause& cause, const PlanApproved& approved);

}  // namespace anlan::plan
