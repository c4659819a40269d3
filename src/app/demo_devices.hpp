#pragma once

#include "app/node.hpp"

namespace anlan::app {

/// The demonstration towns' devices, a comm check that is closed and one that is open, from data/demo/devices.json (all
/// invented).
void seed_devices(Node& node);

}  // namespace anlan::app
