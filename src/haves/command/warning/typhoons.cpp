#include "warning/typhoons.hpp"

#include <algorithm>
#include <tuple>

#include "geo/distance.hpp"
#include "organisation/queries.hpp"

namespace anlan::warning {

namespace {

constexpr std::chrono::hours kShownFor{72};  // how long a list stays useful; nothing is decided by it

struct TyphoonRow {
    std::string number, name, name_en, grade;
    std::map<std::string, std::vector<double>> circles;
    std::vector<ForecastPoint> forecast;
    std::optional<Instant> landfall_expected;
    Instant updated_at{};
};
BOOST_DESCRIBE_STRUCT(TyphoonRow, (), (number, name, name_en, grade, circles, forecast, landfall_expected, updated_at))

/// The same position may have come here directly and from above.
std::vector<TyphoonPoint> points_of(store::Rows& rows, const World& world, const std::string& number) {
    auto points = rows.select<TyphoonPoint>(
        "SELECT at, lon, lat, wind_ms, pressure_hpa, grade, agency FROM typhoon_point "
        "WHERE drill = :d AND number = :n ORDER BY at, agency, node",
        world.text(),
        number
    );
    const auto same = [](const auto& one, const auto& other) {
        return std::tie(one.at, one.agency) == std::tie(other.at, other.agency);
    };
    points.erase(std::unique(points.begin(), points.end(), same), points.end());
    return points;
}

std::vector<WindCircle> circles_of(const std::map<std::string, std::vector<double>>& radii) {
    std::vector<WindCircle> all;
    for (const auto& [force, km] : radii)
        if (km.size() == 4) all.push_back({std::stoll(force), km});
    std::sort(all.begin(), all.end(), [](const auto& one, const auto& other) { return one.force < other.force; });
    return all;
}

std::optional<double> distance_here(
    store::Rows& rows, const journal::NodeFacts& node, const std::vector<TyphoonPoint>& points
) {
    const auto here = organisation::area_facts(rows, node.area);
    if (points.empty() || !here || !here->lon || !here->lat) return std::nullopt;
    const auto metres =
        geo::metres_between({*here->lon, *here->lat}, {points.back().lon, points.back().lat});
    return metres / 1000;
}

}  // namespace

std::vector<Typhoon> typhoons(store::Rows& rows, const World& world, const journal::NodeFacts& node, Instant now) {
    std::vector<Typhoon> all;
    for (auto& row : rows.select<TyphoonRow>(
             "SELECT number, name, name_en, grade, circles, forecast, landfall_expected, updated_at FROM typhoon "
             "WHERE drill = :d AND updated_at > :t ORDER BY latest DESC, updated_at DESC, node",
             world.text(),
             now - kShownFor
         )) {
        const auto known = [&](const auto& each) { return each.number == row.number; };
        if (std::any_of(all.begin(), all.end(), known)) continue;
        auto points = points_of(rows, world, row.number);
        const auto distance = distance_here(rows, node, points);
        all.push_back(
            {row.number,
             row.name,
             row.name_en,
             row.grade,
             std::move(points),
             std::move(row.forecast),
             circles_of(row.circles),
             distance,
             row.landfall_expected,
             row.updated_at,
             world.text()}
        );
    }
    return all;
}

std::optional<Instant> landfall_expected(store::Rows& rows, const World& world) {
    return rows
        .value<std::optional<Instant>>(
            "SELECT landfall_expected FROM typhoon WHERE drill = :d ORDER BY latest DESC, updated_at DESC, node LIMIT "
            "1",
            world.text()
        )
        .value_or(std::nullopt);
}

}  // namespace anlan::warning
