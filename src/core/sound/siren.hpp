#pragma once

#include "sound/sound.hpp"

namespace anlan::sound {

/// A tone that goes up and down between two frequencies, as no speech and no music does.
struct SirenTone {
    double low_hertz = 500, high_hertz = 1'000;
    double round_seconds = 2;  ///< up and down once
    double seconds = 6;
};

/// Loud at once to the end; its first and last 20 ms fade, so that no loudspeaker cracks. At most two minutes.
Sound siren(const SirenTone& tone, int rate = kTelephoneRate);

}  // namespace anlan::sound
