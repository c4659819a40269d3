#pragma once

#include <memory>
#include <optional>
#include <vector>

namespace anlan::geo {

/// Degrees, WGS-84/CGCS2000.
struct Point {
    double lon = 0;
    double lat = 0;
    bool operator==(const Point&) const = default;
};

/// Need not be closed, may cross itself: what comes from outside often does.
using Ring = std::vector<Point>;

/// As in GeoJSON: the first ring is the outline, the others are holes.
using Polygon = std::vector<Ring>;

/// The ground a place covers, or where no outline is known a disc around a point. Answers whether another shape covers
/// or touches it. Distances are taken on a plane laid through the place, good to 1 % over a few hundred kilometres;
/// shapes that span the 180th meridian are not understood. May be asked by several threads at once.
class Region {
  public:
    explicit Region(std::vector<Polygon> outline);
    Region(Point centre, double radius_km);
    Region(Region&&) noexcept;
    Region& operator=(Region&&) noexcept;
    ~Region();

    bool meets(const Ring& ring) const;  ///< the area inside it; fewer than three points: the points themselves
    bool meets(const Point& centre, double radius_km) const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::geo
