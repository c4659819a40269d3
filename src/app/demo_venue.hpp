#pragma once

#include "app/node.hpp"

namespace anlan::app {

/// The demonstration stations' education venues: exhibits, a year of activities, today's visitors and quiz papers, from
/// data/demo/venue.json (all invented).
void seed_venue(Node& node);

}  // namespace anlan::app
