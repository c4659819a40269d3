#pragma once

#include "app/node.hpp"

namespace anlan::app {

/// The demonstration's practice: the duty officer has played one incident, with one mistake.
void seed_practice(Node& node);

}  // namespace anlan::app
