#include "geo/distance.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace anlan::geo {

namespace {

constexpr double kEarth_metres = 6'371'000;

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

double square_of_half_chord(double angle) {
    const auto half = std::sin(angle / 2);
    return half * half;
}

}  // namespace

double metres_between(Point from, Point to) {
    const auto up = square_of_half_chord(radians(to.lat - from.lat));
    const auto over = square_of_half_chord(radians(to.lon - from.lon));
    const auto chord = up + std::cos(radians(from.lat)) * std::cos(radians(to.lat)) * over;
    return 2 * kEarth_metres * std::asin(std::min(1.0, std::sqrt(chord)));
}

}  // namespace anlan::geo
