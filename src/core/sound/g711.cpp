#include "sound/g711.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace anlan::sound {

namespace {

constexpr int kMuBias = 33;  ///< in the 14-bit scale of the µ-law
constexpr int kMuMost = 8'158;
constexpr std::uint8_t kAFlip = 0x55;

}  // namespace

/// G.711 table 1: sign, three bits of segment, four bits within it; every other bit inverted.
std::uint8_t to_a_law(std::int16_t sample) {
    const bool positive = sample >= 0;
    int size = (positive ? sample : -(sample + 1)) >> 3;  // 13 bits, 0 … 4095
    std::uint8_t code = 0;
    if (size < 32) {
        code = static_cast<std::uint8_t>(size >> 1);
    } else {
        const int segment = std::bit_width(static_cast<unsigned>(size)) - 5;  // 1 … 7
        code = static_cast<std::uint8_t>((segment << 4) | ((size >> segment) & 0x0F));
    }
    if (positive) code |= 0x80;
    return code ^ kAFlip;
}

std::int16_t from_a_law(std::uint8_t code) {
    code ^= kAFlip;
    const int segment = (code >> 4) & 0x07, within = code & 0x0F;
    int size = 0;  // middle of the step, in 13 bits doubled
    if (segment == 0)
        size = (within << 1) + 1;
    else
        size = ((within | 0x10) << segment) + (1 << (segment - 1));
    size <<= 3;
    return static_cast<std::int16_t>((code & 0x80) != 0 ? size : -size);
}

/// G.711 table 2: the bias added, sign, segment, step; all bits inverted.
std::uint8_t to_mu_law(std::int16_t sample) {
    const bool negative = sample < 0;
    int size = negative ? -(sample + 1) : sample;
    size = std::min(size >> 2, kMuMost) + kMuBias;
    const int segment = std::max(0, static_cast<int>(std::bit_width(static_cast<unsigned>(size))) - 6);
    const int within = (size >> (segment + 1)) & 0x0F;
    auto code = static_cast<std::uint8_t>((segment << 4) | within);
    if (negative) code |= 0x80;
    return static_cast<std::uint8_t>(~code);
}

std::int16_t from_mu_law(std::uint8_t code) {
    code = static_cast<std::uint8_t>(~code);
    const int segment = (code >> 4) & 0x07, within = code & 0x0F;
    const int size = ((((within << 1) + kMuBias) << segment) - kMuBias) << 2;
    return static_cast<std::int16_t>((code & 0x80) != 0 ? -size : size);
}

std::string coded(std::span<const std::int16_t> samples, Law law, double volume) {
    std::string made;
    made.reserve(samples.size());
    for (const double sample : samples) {
        const auto quieter = static_cast<std::int16_t>(std::lround(std::clamp(sample * volume, -32'768.0, 32'767.0)));
        made.push_back(static_cast<char>(law == Law::a ? to_a_law(quieter) : to_mu_law(quieter)));
    }
    return made;
}

}  // namespace anlan::sound
