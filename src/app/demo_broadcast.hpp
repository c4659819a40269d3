#pragma once

#include "app/node.hpp"

namespace anlan::app {

/// The demonstration stations' loudspeakers, one a village, some marked for drills, one of each town silent; and a test
/// that went out over them. From data/demo/broadcast.json (all invented).
void seed_broadcast(Node& node);

}  // namespace anlan::app
