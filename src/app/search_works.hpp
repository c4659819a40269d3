#pragma once

#include <vector>

#include "search/room.hpp"

namespace anlan::app {

/// What of the station's works can be found: broadcasts, teams, exercises, stores, shelters, venue, devices, enforcement,
/// building.
std::vector<search::Source> search_works();

}  // namespace anlan::app
