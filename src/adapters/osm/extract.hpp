#pragma once

#include <filesystem>

#include "base/result.hpp"
#include "geo/roads.hpp"

namespace anlan::osm {

/// Reads an extract by the ending of its name: `.osm` or `.osm.pbf`. Refuses `roads_unreadable` for a file that is not
/// there, is damaged, or holds no road.
Result<geo::Roads> read_roads(const std::filesystem::path& file);

}  // namespace anlan::osm
