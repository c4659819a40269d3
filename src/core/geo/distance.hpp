#pragma once

#include "geo/region.hpp"

namespace anlan::geo {

/// Metres along the great circle, on a sphere of 6371 km: good to half a per cent anywhere.
double metres_between(Point from, Point to);

}  // namespace anlan::geo
