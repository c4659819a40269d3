#pragma once

#include "http/endpoint.hpp"
#include "journal/room.hpp"

namespace anlan::optimise {
class Solver;  // only handed on: the rooms above that ask about shelters need not see its door
}

namespace anlan::geo {
class Roads;
}

namespace anlan::shelter {

journal::Room make_room();
/// `roads` may be none: then ways are measured on the straight line.
void add_endpoints(http::Endpoints& table, const optimise::Solver& solver, const geo::Roads* roads = nullptr);

}  // namespace anlan::shelter
