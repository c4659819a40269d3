#pragma once

#include "warning/commands.hpp"

namespace anlan::warning {

/// A message taken in by the node above is taken into our own journal, with our own view of whether it covers us. It
/// may have come here directly before; then nothing happens.
journal::Wishes take_in_from_above(
    const journal::Cause& cause, const WarningReceived& received, const AreaMatcher& matcher
);

/// With a drill end its warnings.
journal::Wishes on_drill_ended(const journal::Cause& cause, const DrillEnded& ended);

}  // namespace anlan::warning
