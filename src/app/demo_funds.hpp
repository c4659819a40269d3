#pragma once

#include "app/node.hpp"

namespace anlan::app {

/// The demonstration stations' books: budgets, contracts and payments from data/demo/funds.json (all invented).
void seed_funds(Node& node);

}  // namespace anlan::app
