#include "cap/area_matcher.hpp"

#include <algorithm>
#include <utility>

namespace anlan::cap {

namespace {

geo::Ring ring_of(const std::vector<warning::LonLat>& ring) {
    geo::Ring out;
    out.reserve(ring.size());
    for (const auto& at : ring) out.push_back({at.lon, at.lat});
    return out;
}

bool shares_code(const warning::AlertArea& area, const AreaCode& place) {
    return std::any_of(area.codes.begin(), area.codes.end(), [&](const auto& code) { return code.overlaps(place); });
}

bool shares_ground(const warning::AlertArea& area, const geo::Region& region) {
    for (const auto& polygon : area.polygons)
        if (region.meets(ring_of(polygon))) return true;
    for (const auto& circle : area.circles)
        if (region.meets(geo::Point{circle.centre.lon, circle.centre.lat}, circle.radius_km)) return true;
    return false;
}

}  // namespace

CapAreaMatcher::CapAreaMatcher(std::vector<PlaceShape> places) {
    for (auto& each : places) {
        if (!each.outline.empty())
            regions_.emplace(each.place, geo::Region(std::move(each.outline)));
        else if (each.radius_km > 0)
            regions_.emplace(each.place, geo::Region(each.point, each.radius_km));
    }
}

bool CapAreaMatcher::touches(const std::vector<warning::AlertArea>& areas, const AreaCode& place) const {
    for (const auto& area : areas)
        if (shares_code(area, place)) return true;
    const auto region = regions_.find(place);
    if (region == regions_.end()) return false;
    return std::any_of(areas.begin(), areas.end(), [&](const auto& area) {
        return shares_ground(area, region->second);
    });
}

}  // namespace anlan::cap
