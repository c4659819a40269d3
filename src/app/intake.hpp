#pragma once

#include "app/config.hpp"
#include "app/ticker.hpp"

namespace anlan::app {

/// Watches the node's folder and polls its feeds. A file that was received moves to `done/`, one that was refused to
/// `refused/` beside a text that says why. A feed that does not answer, or answers with what is no feed of alerts, is
/// told on the pages with the reason; it holds up neither the folder nor another feed.
void add_intake(Ticker& ticker, Node& node, const ConfiguredNode& configured);

}  // namespace anlan::app
