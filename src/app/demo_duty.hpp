#pragma once

#include "app/node.hpp"

namespace anlan::app {

/// The demonstration's rota: who takes turns, the year's holidays, this month and the next published, one leave, one
/// swap. Only where enough people are.
void seed_duty(Node& node);

}  // namespace anlan::app
