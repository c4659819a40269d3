#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// One channel of 16-bit samples.
namespace anlan::sound {

inline constexpr int kTelephoneRate = 8'000;  ///< samples a second of G.711

struct Sound {
    int rate = kTelephoneRate;  ///< samples a second
    std::vector<std::int16_t> samples;

    double seconds() const { return static_cast<double>(samples.size()) / rate; }
};

/// Reads WAV: PCM of 8 or 16 bits, or G.711; channels are mixed into one. A header that promises more than there is (as
/// programs write into a pipe) is taken at what there is. Refuses `wav_invalid`.
Result<Sound> read_wav(std::string_view bytes);
std::string to_wav(const Sound& sound);

/// The same at another rate, without what that rate cannot hold.
Sound at_rate(const Sound& sound, int rate);

/// Appends; both have one rate.
void append(Sound& to, const Sound& more);
void append_silence(Sound& to, double seconds);

/// Loudest sample brought to `peak` of full scale (0 … 1). Silence stays silence.
void level(Sound& sound, double peak);

/// Root of the mean square, 0 … 1 of full scale.
double loudness(std::span<const std::int16_t> samples);
/// Share of the power that lies at this frequency (Goertzel), 0 … 1.
double share_at(std::span<const std::int16_t> samples, int rate, double hertz);

}  // namespace anlan::sound
