#include "sound/siren.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace anlan::sound {

namespace {

constexpr double kSecondsMost = 120, kFade_seconds = 0.02, kPeak = 0.8;

/// 0 … 1 … 0 in straight lines.
double rise_and_fall(double round) {
    const double part = round - std::floor(round);
    return part < 0.5 ? 2 * part : 2 - 2 * part;
}

}  // namespace

Sound siren(const SirenTone& tone, int rate) {
    Sound made{rate, {}};
    const double seconds = std::clamp(tone.seconds, 0.0, kSecondsMost);
    const auto count = static_cast<std::size_t>(seconds * rate);
    made.samples.reserve(count);
    double phase = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double at = static_cast<double>(i) / rate;
        const double fade = std::min({1.0, at / kFade_seconds, (seconds - at) / kFade_seconds});
        made.samples.push_back(static_cast<std::int16_t>(std::lround(32'767 * kPeak * fade * std::sin(phase))));
        const double hertz =
            tone.low_hertz + (tone.high_hertz - tone.low_hertz) * rise_and_fall(at / tone.round_seconds);
        phase = std::fmod(phase + 2 * std::numbers::pi * hertz / rate, 2 * std::numbers::pi);
    }
    return made;
}

}  // namespace anlan::sound
