#pragma once

#include <optional>
#include <string_view>

#include "geo/region.hpp"

/// Places come from outside on different ground: receivers and surveyors say WGS-84 or CGCS2000 (less than a metre
/// apart: one and the same here), maps on Chinese phones say GCJ-02, some hundred metres off. They are turned once,
/// when they enter or leave the house; inside there is only WGS-84.
namespace anlan::geo {

enum class Datum { wgs84, cgcs2000, gcj02 };

/// Reads the names people write: "WGS-84", "wgs84", "CGCS2000", "GCJ-02", "GCJ02", with or without hyphen or space.
/// Nothing for another name.
std::optional<Datum> datum_named(std::string_view name);

/// Neither NaN nor infinite, on the globe, and not the 0° N 0° E of a receiver that saw no satellite.
bool plausible(Point place);

/// Degrees. Outside the box in which GCJ-02 is drawn (72.004–137.8347° E, 0.8293–55.8271° N) a place stays as it is.
Point gcj02_from_wgs84(Point place);

/// Back, to under a hundred-millionth of a degree (1 mm). Within a thousandth of the box's edge it may stay as it is.
Point wgs84_from_gcj02(Point place);

/// What came from outside, as the house keeps it.
Point to_house(Point place, Datum from);

}  // namespace anlan::geo
