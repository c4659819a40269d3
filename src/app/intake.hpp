#pragma once

#include "app/config.hpp"
#include "app/ticker.hpp"

namespace anlan::app {

/// Watches the node's folder and polls its feeds. A file that was received moves to `done/`, one that was refused to
/// `refused/` beside a text that says why.
void add_intake(Ticker& ticker, Node& node, const ConfiguredNode& configured);

}  // namespace anlan::app
