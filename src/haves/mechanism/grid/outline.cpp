#include <algorithm>
#include <cmath>

#include "geo/datum.hpp"
#include "grid/rules.hpp"
#include "organisation/queries.hpp"

namespace anlan::grid {

namespace {

constexpr std::size_t kMostCorners = 200;
constexpr double kSmallest = 1e-9;  ///< square degrees: about ten square metres

/// Twice the signed area of the triangle.
double turn(const Corner& a, const Corner& b, const Corner& c) {
    return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

bool cross(const Corner& a, const Corner& b, const Corner& c, const Corner& d) {
    return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

bool crosses_itself(const std::vector<Corner>& outline) {
    const auto count = outline.size();
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = i + 2; j < count; ++j) {
            if (i == 0 && j == count - 1) continue;  // neighbours across the beginning
            if (cross(outline[i], outline[i + 1], outline[j], outline[(j + 1) % count])) return true;
        }
    return false;
}

double area_of(const std::vector<Corner>& outline) {
    double twice = 0;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const auto& next = outline[(i + 1) % outline.size()];
        twice += outline[i].lon * next.lat - next.lon * outline[i].lat;
    }
    return std::abs(twice) / 2;
}

}  // namespace

Result<void> check_outline(const journal::Desk& desk, const std::vector<Corner>& outline) {
    if (outline.size() < 3)
        return refuse("outline_short", "outline", "请在图上至少点三个角", "mark at least three corners on the map");
    if (outline.size() > kMostCorners)
        return refuse("outline_long", "outline", "边界最多 200 个角，请简化", "at most 200 corners; draw it simpler");
    for (const auto& corner : outline)
        if (!geo::plausible({corner.lon, corner.lat}))
            return refuse("outline_invalid", "outline", "边界上有无效的点，请重画", "a corner is not valid; draw anew");
    if (crosses_itself(outline) || area_of(outline) < kSmallest)
        return refuse(
            "outline_crossed",
            "outline",
            "边界自己交叉了，请按顺序点角",
            "the outline crosses itself; mark the corners in order"
        );
    const auto areas = organisation::areas_below(desk.views, desk.node.area);
    const bool placed = std::any_of(areas.begin(), areas.end(), [](const auto& area) { return area.lon.has_value(); });
    if (!placed) return done();
    for (const auto& corner : outline)
        if (!nearest_area(desk, corner.lon, corner.lat))
            return refuse(
                "outline_outside", "outline", "网格画到辖区外了，请重画", "it lies outside your area; draw anew"
            );
    return done();
}

}  // namespace anlan::grid
