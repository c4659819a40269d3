#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "geo/roads.hpp"

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

/// To be without a roof is worse than any walk.
inline constexpr float kNowhereKm = 200;

/// All distances at once, along the roads where these are known and reach both ends; the last column stands for no roof
/// at all.
class Walks {
  public:
    Walks(const std::vector<Home>& homes, const std::vector<Roof>& roofs, const geo::Roads* roads = nullptr);
    float km(std::size_t home, std::size_t roof) const { return km_[home * columns_ + roof]; }
    std::size_t columns() const { return columns_; }

  private:
    std::size_t columns_;
    std::vector<float> km_;
};

/// Lagrange: with any prices ≥ 0 for a head of room, the sum of the cheapest priced walks less the value of all room is
/// no more than the best allotment walks, nowhere included. Begins at `prices` (one of each column, the last is 0) and
/// climbs from there; stops when within a thousandth of `known`, an allotment's own length, or when climbing no longer
/// helps.
double lower_bound_km(
    const Walks& walks,
    const std::vector<Home>& homes,
    const std::vector<Roof>& roofs,
    std::vector<double> prices,
    double known
);

/// Moves households and lets them change places while that spares walking and keeps every room.
void improve(
    const Walks& walks, const std::vector<Home>& homes, const std::vector<Roof>& roofs, std::vector<std::size_t>& at
);

/// Begins with everybody at the nearest roof and moves the overflow along the cheapest chains of roofs, as the network
/// simplex would; the prices of room found on the way give a lower bound (Lagrange), so the gap is known.
Allocation allocate(const Walks& walks, const std::vector<Home>& homes, const std::vector<Roof>& roofs);
Allocation allocate(const std::vector<Home>& homes, const std::vector<Roof>& roofs);

}  // namespace anlan::shelter
