#pragma once

#include "http/endpoint.hpp"
#include "journal/room.hpp"

namespace anlan::optimise {
class Solver;  // only handed on: the rooms above that ask about shelters need not see its door
}

namespace anlan::shelter {

journal::Room make_room();
void add_endpoints(http::Endpoints& table, const optimise::Solver& solver);

}  // namespace anlan::shelter
