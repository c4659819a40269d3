#pragma once

#include "journal/desk.hpp"

namespace anlan::programme {

/// Hears of whatever measures look at. A drill counts for nothing but that it was held.
journal::Wishes stir_readiness(const journal::Cause& cause);

}  // namespace anlan::programme
