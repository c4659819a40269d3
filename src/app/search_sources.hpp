#pragma once

#include <vector>

#include "search/room.hpp"

namespace anlan::app {

/// What of every room can be found. A room that keeps something worth finding adds its source here.
std::vector<search::Source> search_sources();

}  // namespace anlan::app
