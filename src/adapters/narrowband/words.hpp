#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Words of the house that cross as a few bits. A word's place never changes; new ones are added at the end.
namespace anlan::narrowband {

inline constexpr int kHazardBits = 5, kColourBits = 3, kChannelBits = 3, kNeeds = 10;

std::uint64_t place_of_hazard(std::string_view key);  ///< 0: none; an unknown one is "other"
std::string hazard_at(std::uint64_t place);
std::uint64_t place_of_colour(std::string_view key);
std::string colour_at(std::uint64_t place);
std::uint64_t place_of_channel(std::string_view key);
std::string channel_at(std::uint64_t place);

}  // namespace anlan::narrowband
