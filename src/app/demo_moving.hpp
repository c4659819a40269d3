#pragma once

#include "app/node.hpp"

/// What the field phone and the transfer board of the demonstration show.
namespace anlan::app {

/// In 永宁镇: a village's low places ordered to move, with the village head's doors still to be knocked at and a
/// shelter that is open; the boats' and rafts' order half done; and what people said about the station (all invented).
void seed_moving(Node& node);

}  // namespace anlan::app
