#pragma once

#include "app/node.hpp"

namespace anlan::app {

/// A station without accounts gets one for its administrator: log-in "admin" with a drawn password, told only in the
/// file first_login.txt in the node's folder, which its owner alone can read. Once somebody has entered with it, the
/// next start takes the file away.
void open_first_account(Node& node, seal::Dice& dice);

}  // namespace anlan::app
