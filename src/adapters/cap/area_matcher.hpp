#pragma once

#include <map>
#include <vector>

#include "geo/region.hpp"
#include "warning/ports.hpp"

namespace anlan::cap {

/// What the station knows of one place on the map. With neither outline nor radius only its code is compared.
struct PlaceShape {
    AreaCode place;
    std::vector<geo::Polygon> outline;  ///< as a GeoJSON MultiPolygon; may be empty
    geo::Point point;                   ///< used where there is no outline
    double radius_km = 0;               ///< 0: there is no point either
};

/// An area of an alert is the sum of its codes, polygons and circles. A code counts when one of the two contains the
/// other, so a warning for the city touches its towns and one for a village touches its town. An area that only has a
/// description touches nothing: words are for people. May be used by several threads at once.
class CapAreaMatcher final : public warning::AreaMatcher {
  public:
    explicit CapAreaMatcher(std::vector<PlaceShape> places);
    bool touches(const std::vector<warning::AlertArea>& areas, const AreaCode& place) const override;

  private:
    std::map<AreaCode, geo::Region> regions_;
};

}  // namespace anlan::cap
