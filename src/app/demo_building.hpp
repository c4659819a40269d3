#pragma once

#include "app/county.hpp"

namespace anlan::app {

/// The demonstration's building plan: the shipped one moved to this year, adopted by the county, and what its stations
/// have told of it (invented). Does nothing when it was done before.
void seed_building(County& county);

}  // namespace anlan::app
