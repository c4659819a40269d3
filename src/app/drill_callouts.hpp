#pragma once

#include "app/county.hpp"
#include "app/drill_script.hpp"

namespace anlan::app {

/// A step of a drill that calls out teams: the officer takes the first that the program proposes. `wanted` is the
/// figure of that name.
void call_out(Node& node, const DrillStep& step, const World& world);

/// What came of the call-outs of a drill, over all stations.
struct TurnoutTally {
    std::int64_t callouts = 0, teams = 0, turned_out = 0, in_time = 0, slowest_seconds = 0, without_end = 0;
};
TurnoutTally tally_turnouts(County& county, const World& world);

}  // namespace anlan::app
