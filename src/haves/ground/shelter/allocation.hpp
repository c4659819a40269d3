#pragma once

#include <cstdint>
#include <optional>
#include <vector>

/// Households to shelters by capacity and walking distance.
namespace anlan::shelter {

struct Home {
    double lon = 0, lat = 0;
    std::int64_t people = 0;
};

struct Roof {
    double lon = 0, lat = 0;
    std::int64_t room = 0;  ///< persons
};

struct Allocation {
    std::vector<std::optional<std::size_t>> roof_of;  ///< by home; nothing: no room was left anywhere
    double person_km = 0;                             ///< walked in all
    double bound_km = 0;        ///< of those placed: no allotment, even with households torn apart, walks less
    std::int64_t unplaced = 0;  ///< persons
    double gap_percent() const;
};

/// Walking distance: the straight line times 1.4, the usual detour where no road graph is loaded.
double walking_km(double lon, double lat, double to_lon, double to_lat);

/// Begins with everybody at the nearest roof and moves the overflow along the cheapest chains of roofs, as the network
/// simplex would; the prices of room found on the way give a lower bound (Lagrange), so the gap is known.
Allocation allocate(const std::vector<Home>& homes, const std::vector<Roof>& roofs);

}  // namespace anlan::shelter
