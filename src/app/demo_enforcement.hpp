#pragma once

#include "app/node.hpp"

namespace anlan::app {

/// A year's plan, an inspection that is closed, one whose order runs, a penalty case in the middle, for stations that
/// have certified officers.
void seed_enforcement(Node& node);

}  // namespace anlan::app
