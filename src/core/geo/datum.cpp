#include "geo/datum.hpp"

#include <cctype>
#include <cmath>
#include <numbers>
#include <string>

namespace anlan::geo {

namespace {

using std::numbers::pi;

// GCJ-02 bends the Krasovsky 1940 ellipsoid; these are its half axis in metres and the square of its eccentricity.
constexpr double kHalfAxis_m = 6378245.0;
constexpr double kEccentricity2 = 0.00669342162296594323;
// The drawing is measured from this place.
constexpr Point kOrigin{105.0, 35.0};

bool drawn(Point place) {
    return place.lon >= 72.004 && place.lon <= 137.8347 && place.lat >= 0.8293 && place.lat <= 55.8271;
}

/// What both directions share: the short ripple.
double ripple(double x) {
    return (20 * std::sin(6 * x * pi) + 20 * std::sin(2 * x * pi)) * 2 / 3;
}

double north_m(double x, double y) {
    return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x)) + ripple(x) +
           (20 * std::sin(y * pi) + 40 * std::sin(y / 3 * pi)) * 2 / 3 +
           (160 * std::sin(y / 12 * pi) + 320 * std::sin(y * pi / 30)) * 2 / 3;
}

double east_m(double x, double y) {
    return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x)) + ripple(x) +
           (20 * std::sin(x * pi) + 40 * std::sin(x / 3 * pi)) * 2 / 3 +
           (150 * std::sin(x / 12 * pi) + 300 * std::sin(x / 30 * pi)) * 2 / 3;
}

}  // namespace

std::optional<Datum> datum_named(std::string_view name) {
    std::string plain;
    for (const char c : name)
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (plain == "wgs84") return Datum::wgs84;
    if (plain == "cgcs2000") return Datum::cgcs2000;
    if (plain == "gcj02") return Datum::gcj02;
    return std::nullopt;
}

bool plausible(Point place) {
    if (!std::isfinite(place.lon) || !std::isfinite(place.lat)) return false;
    if (std::abs(place.lon) > 180 || std::abs(place.lat) > 90) return false;
    return std::abs(place.lon) > 1e-6 || std::abs(place.lat) > 1e-6;
}

Point gcj02_from_wgs84(Point place) {
    if (!drawn(place)) return place;
    const double x = place.lon - kOrigin.lon, y = place.lat - kOrigin.lat;
    const double latitude = place.lat / 180 * pi;
    const double bend = 1 - kEccentricity2 * std::sin(latitude) * std::sin(latitude);
    const double metres_per_north = kHalfAxis_m * (1 - kEccentricity2) / (bend * std::sqrt(bend)) * pi / 180;
    const double metres_per_east = kHalfAxis_m / std::sqrt(bend) * std::cos(latitude) * pi / 180;
    return {place.lon + east_m(x, y) / metres_per_east, place.lat + north_m(x, y) / metres_per_north};
}

Point wgs84_from_gcj02(Point place) {
    if (!drawn(place)) return place;
    // The drawing has no inverse in closed form; it bends so little that walking back by the error settles at once.
    Point guess = place;
    for (int round = 0; round < 20; ++round) {
        const auto shown = gcj02_from_wgs84(guess);
        const double east = place.lon - shown.lon, north = place.lat - shown.lat;
        guess = {guess.lon + east, guess.lat + north};
        if (std::abs(east) < 1e-10 && std::abs(north) < 1e-10) break;
    }
    return guess;
}

Point to_house(Point place, Datum from) {
    return from == Datum::gcj02 ? wgs84_from_gcj02(place) : place;
}

}  // namespace anlan::geo
