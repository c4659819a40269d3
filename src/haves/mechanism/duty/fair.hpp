#pragma once

#include "duty/rules.hpp"

namespace anlan::duty {

/// Each member's fair share of the month's turns: as even as posts and leave allow. A post that few people can take is
/// shared among them alone; whoever is away for a part of the month is owed that much less; whoever did more than a
/// share lately gets less (at most two turns).
std::map<PersonId, Turns> fair_shares(const Month& month);

/// The parts of Turns, for whoever treats them alike.
inline constexpr double Turns::*kTurnKinds[]{&Turns::duties, &Turns::nights, &Turns::weekends, &Turns::holidays};

}  // namespace anlan::duty
