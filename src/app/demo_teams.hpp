#pragma once

#include "app/node.hpp"

namespace anlan::app {

/// Fills a town's teams with people, papers, gear, a stand-by rota and a training. Demonstration data only.
void seed_teams(Node& node);

}  // namespace anlan::app
