#pragma once

#include "calls/commands.hpp"

namespace anlan::calls {

/// The rungs of a call placed now: the person, again as often as the policy says, the deputy, the next of the area's
/// chain, the leader on duty, and last a helper at the door. Limits by colour from the policy pack.
std::vector<Rung> ladder_of(const PlaceCall& wish, const std::string& post_title, const Desk& desk);

}  // namespace anlan::calls
