#pragma once

#include "app/node.hpp"

namespace anlan::app {

/// Fills an empty node with the demonstration's people, posts, registers and log-ins from data/demo (all invented), the
/// policy pack, the areas and the shipped plans. Does nothing when it was filled before.
void seed_demonstration(Node& node);

/// What every node needs, invented or not: areas of its division, the policy pack, the shipped plans as drafts.
void seed_ground(Node& node);

}  // namespace anlan::app
