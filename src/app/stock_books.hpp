#pragma once

#include "app/node.hpp"

namespace anlan::app {

/// A node whose stock was kept as a plain list gets its stores and opens its books with what the list held; done
/// already, nothing happens.
void open_stock_books(Node& node);

}  // namespace anlan::app
