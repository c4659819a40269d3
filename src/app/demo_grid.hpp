#pragma once

#include "app/node.hpp"

namespace anlan::app {

/// Draws the grids of the demonstration's town with their people, patrols and reports at several stages. Elsewhere it
/// does nothing.
void seed_grid(Node& node);

}  // namespace anlan::app
