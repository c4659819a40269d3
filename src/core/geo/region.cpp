#include "geo/region.hpp"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numbers>
#include <stdexcept>
#include <utility>

namespace anlan::geo {

namespace {

constexpr double kKmPerDegree = 111.2;  // of latitude, mean

struct Box {
    double west = 1e9, south = 1e9, east = -1e9, north = -1e9;

    void take(double x, double y) {
        west = std::min(west, x), east = std::max(east, x);
        south = std::min(south, y), north = std::max(north, y);
    }
    bool near(const Box& other, double distance) const {
        return west - distance <= other.east && other.west - distance <= east && south - distance <= other.north &&
               other.south - distance <= north;
    }
};

/// One GEOS context and the geometries made in it; they die together, geometries first.
class Workshop {
  public:
    struct Melt {
        GEOSContextHandle_t context = nullptr;
        void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
    };
    using Shape = std::unique_ptr<GEOSGeometry, Melt>;

    Workshop() : context_(GEOS_init_r()) {}
    ~Workshop() { GEOS_finish_r(context_); }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    Shape own(GEOSGeometry* geometry) const { return Shape(geometry, Melt{context_}); }

    /// A polygon, made valid where it crosses itself; of fewer than three points, those points.
    Shape polygon(const std::vector<Ring>& rings) const {
        if (rings.empty() || rings.front().empty()) return own(GEOSGeom_createEmptyPolygon_r(context_));
        if (rings.front().size() < 3) return points(rings.front());
        auto outline = linear_ring(rings.front());
        std::vector<GEOSGeometry*> holes;
        for (std::size_t i = 1; i < rings.size(); ++i)
            if (rings[i].size() >= 3) holes.push_back(linear_ring(rings[i]).release());
        auto raw =
            own(GEOSGeom_createPolygon_r(context_, outline.release(), holes.data(), static_cast<unsigned>(holes.size()))
            );
        if (!raw) throw std::runtime_error("geos: a polygon could not be made");
        if (GEOSisValid_r(context_, raw.get()) == 1) return raw;
        auto mended = own(GEOSMakeValid_r(context_, raw.get()));
        return mended ? std::move(mended) : points(rings.front());
    }

    Shape points(const Ring& ring) const {
        std::vector<GEOSGeometry*> each;
        for (const auto& at : ring) each.push_back(GEOSGeom_createPointFromXY_r(context_, at.lon, at.lat));
        return collection(GEOS_MULTIPOINT, each);
    }

    Shape collection(int type, std::vector<GEOSGeometry*>& parts) const {
        return own(GEOSGeom_createCollection_r(context_, type, parts.data(), static_cast<unsigned>(parts.size())));
    }

    double distance(const GEOSGeometry* a, const GEOSGeometry* b) const {
        double km = 0;
        if (GEOSDistance_r(context_, a, b, &km) != 1) throw std::runtime_error("geos: no distance");
        return km;
    }

    bool is_empty(const GEOSGeometry* shape) const { return GEOSisEmpty_r(context_, shape) == 1; }

  private:
    Shape linear_ring(const Ring& ring) const {
        const bool open = ring.front() != ring.back();
        const auto count = std::max<std::size_t>(ring.size() + (open ? 1 : 0), 4);
        auto* line = GEOSCoordSeq_create_r(context_, static_cast<unsigned>(count), 2);
        for (std::size_t i = 0; i < count; ++i) {
            const auto& at = i < ring.size() ? ring[i] : ring.front();
            GEOSCoordSeq_setXY_r(context_, line, static_cast<unsigned>(i), at.lon, at.lat);
        }
        auto made = own(GEOSGeom_createLinearRing_r(context_, line));
        if (!made) throw std::runtime_error("geos: a ring could not be made");
        return made;
    }

    GEOSContextHandle_t context_;
};

Box box_of(const Ring& ring) {
    Box box;
    for (const auto& at : ring) box.take(at.lon, at.lat);
    return box;
}

}  // namespace

/// Everything in kilometres on a plane that touches the earth at `origin`.
struct Region::Inside {
    Point origin;
    double km_per_lon = 1;
    double slack_km = 0;  // the radius where the place is a disc
    Workshop workshop;
    Workshop::Shape shape;
    Box box;
    std::mutex at_work;  // GEOS computes envelopes when first asked, so even questions change a shape

    Inside(Point o, double slack)
        : origin(o), km_per_lon(kKmPerDegree * std::cos(o.lat * std::numbers::pi / 180)), slack_km(slack) {}

    Point flat(const Point& at) const {
        return {(at.lon - origin.lon) * km_per_lon, (at.lat - origin.lat) * kKmPerDegree};
    }
    Ring flat(const Ring& ring) const {
        Ring out;
        out.reserve(ring.size());
        for (const auto& at : ring) out.push_back(flat(at));
        return out;
    }

    bool within(const Box& other, const Workshop::Shape& thing, double distance_km) {
        if (!box.near(other, distance_km) || workshop.is_empty(shape.get()) || workshop.is_empty(thing.get()))
            return false;
        return workshop.distance(shape.get(), thing.get()) <= distance_km;
    }
};

Region::Region(std::vector<Polygon> outline) {
    Box degrees;
    for (const auto& polygon : outline)
        if (!polygon.empty())
            for (const auto& at : polygon.front()) degrees.take(at.lon, at.lat);
    inside_ =
        std::make_unique<Inside>(Point{(degrees.west + degrees.east) / 2, (degrees.south + degrees.north) / 2}, 0.0);
    std::vector<GEOSGeometry*> parts;
    for (const auto& polygon : outline) {
        std::vector<Ring> rings;
        for (const auto& ring : polygon) rings.push_back(inside_->flat(ring));
        if (rings.empty()) continue;
        for (const auto& at : rings.front()) inside_->box.take(at.lon, at.lat);
        parts.push_back(inside_->workshop.polygon(rings).release());
    }
    inside_->shape = inside_->workshop.collection(GEOS_GEOMETRYCOLLECTION, parts);
}

Region::Region(Point centre, double radius_km) : inside_(std::make_unique<Inside>(centre, radius_km)) {
    inside_->shape = inside_->workshop.points({Point{}});
    inside_->box.take(0, 0);
}

Region::Region(Region&&) noexcept = default;
Region& Region::operator=(Region&&) noexcept = default;
Region::~Region() = default;

bool Region::meets(const Ring& ring) const {
    const std::scoped_lock lock(inside_->at_work);
    const auto flat = inside_->flat(ring);
    const auto box = box_of(flat);
    if (!inside_->box.near(box, inside_->slack_km)) return false;
    return inside_->within(box, inside_->workshop.polygon({flat}), inside_->slack_km);
}

bool Region::meets(const Point& centre, double radius_km) const {
    const std::scoped_lock lock(inside_->at_work);
    const Ring flat{inside_->flat(centre)};
    return inside_->within(box_of(flat), inside_->workshop.points(flat), inside_->slack_km + radius_km);
}

}  // namespace anlan::geo
