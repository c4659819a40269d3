#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/world.hpp"
#include "journal/desk.hpp"
#include "warning/events.hpp"

/// Typhoons as they are drawn: own positions and those the node above told, merged.
namespace anlan::warning {

struct TyphoonPoint {
    Instant at{};
    double lon = 0, lat = 0, wind_ms = 0, pressure_hpa = 0;
    std::string grade, agency;
};
BOOST_DESCRIBE_STRUCT(TyphoonPoint, (), (at, lon, lat, wind_ms, pressure_hpa, grade, agency))

struct WindCircle {
    std::int64_t force = 0;        ///< 7, 10, 12
    std::vector<double> radii_km;  ///< NE, SE, SW, NW
};
BOOST_DESCRIBE_STRUCT(WindCircle, (), (force, radii_km))

struct Typhoon {
    std::string number, name, name_en, grade;
    std::vector<TyphoonPoint> points;  ///< oldest first
    std::vector<ForecastPoint> forecast;
    std::vector<WindCircle> circles;
    std::optional<double>
        distance_km;  ///< from the node's centre to the latest position; nothing if the centre is unknown
    std::optional<Instant> landfall_expected;
    Instant updated_at{};
    std::string drill;
};
BOOST_DESCRIBE_STRUCT(
    Typhoon,
    (),
    (number, name, name_en, grade, points, forecast, circles, distance_km, landfall_expected, updated_at, drill)
)

/// Those heard of within three days, the last heard first.
std::vector<Typhoon> typhoons(store::Rows& rows, const World& world, const journal::NodeFacts& node, Instant now);

/// When the typhoon heard of last is expected ashore, if anybody said so.
std::optional<Instant> landfall_expected(store::Rows& rows, const World& world);

}  // namespace anlan::warning
