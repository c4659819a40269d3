#pragma once

#include <cstdint>
#include <span>
#include <string>

/// ITU-T G.711: one byte a sample, as telephones and loudspeakers take it.
namespace anlan::sound {

std::uint8_t to_a_law(std::int16_t sample);
std::uint8_t to_mu_law(std::int16_t sample);
std::int16_t from_a_law(std::uint8_t code);
std::int16_t from_mu_law(std::uint8_t code);

enum class Law { a, mu };
/// One byte for each sample, `volume` of its strength (0 … 1).
std::string coded(std::span<const std::int16_t> samples, Law law, double volume = 1);

}  // namespace anlan::sound
