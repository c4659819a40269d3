#pragma once

#include <string>
#include <vector>

#include "app/simulated_story.hpp"

namespace anlan::app {

/// Whether every stream has come to its other end.
bool all_arrived(SimulatedCounty& county);

/// What must hold after every storm. Empty: it holds; else a sentence for each promise broken.
std::vector<std::string> broken_promises(SimulatedCounty& county, const SimulatedStory& story);

}  // namespace anlan::app
