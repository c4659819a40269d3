#include "narrowband/words.hpp"

#include <algorithm>
#include <span>

namespace anlan::narrowband {

namespace {

constexpr std::string_view kHazards[] = {
    "",           "typhoon",    "rainstorm",  "flood",       "flash_flood",   "gale",     "thunderstorm",
    "convection", "lightning",  "hail",       "fog",         "haze",          "dust",     "cold_wave",
    "frost",      "heat",       "drought",    "snowstorm",   "road_icing",    "sea_wave", "storm_surge",
    "tsunami",    "geological", "earthquake", "forest_fire", "work_accident", "other"};
constexpr std::string_view kColours[] = {"none", "blue", "yellow", "orange", "red", ""};
constexpr std::string_view kChannels[] = {"app", "telephone", "radio", "satellite", "door"};

std::uint64_t place(std::span<const std::string_view> words, std::string_view word, std::uint64_t otherwise) {
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? otherwise : static_cast<std::uint64_t>(found - words.begin());
}

std::string at(std::span<const std::string_view> words, std::uint64_t place, std::string_view otherwise) {
    return std::string(place < words.size() ? words[place] : otherwise);
}

}  // namespace

std::uint64_t place_of_hazard(std::string_view key) {
    return place(kHazards, key, std::size(kHazards) - 1);
}
std::string hazard_at(std::uint64_t place) {
    return at(kHazards, place, "other");
}
std::uint64_t place_of_colour(std::string_view key) {
    return place(kColours, key, 0);
}
std::string colour_at(std::uint64_t place) {
    return at(kColours, place, "none");
}
std::uint64_t place_of_channel(std::string_view key) {
    return place(kChannels, key, 0);
}
std::string channel_at(std::uint64_t place) {
    return at(kChannels, place, "app");
}

}  // namespace anlan::narrowband
