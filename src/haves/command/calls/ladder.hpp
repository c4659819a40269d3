#pragma once

#include "calls/commands.hpp"

namespace anlan::calls {

/// The rungs of a call placed now: the person, again as often as the policy says, the deputy, the next of the area's
/// chain, the leader on duty, and last a helper at the door. By colour, from the policy pack: the person has
/// `callout.ack` to answer; the `callout.repeats` share what is then left until `callout.escalate` after placing (one
/// whole such limit when nothing is left); nobody after them rings longer than the shorter of the two. A call that
/// climbs `alone` ends with the person.
std::vector<Rung> ladder_of(const PlaceCall& wish, const std::string& post_title, const Desk& desk);

/// The night rule: between `callout.night.start` and `callout.night.end`, Beijing time, a call from yellow up also goes
/// out by voice.
bool rings_by_voice(const std::string& colour, const Desk& desk);

}  // namespace anlan::calls
