#pragma once

#include "app/node.hpp"

namespace anlan::app {

/// Fills the stores of the demonstration: batches with makers and days of expiry, a loan that is out, a count that
/// waits for its second person, something that is to be scrapped (data/demo/stock.json).
void seed_stock(Node& node);

}  // namespace anlan::app
