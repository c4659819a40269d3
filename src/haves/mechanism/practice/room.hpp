#pragma once

#include "http/endpoint.hpp"
#include "journal/room.hpp"

namespace anlan::practice {

journal::Room make_room();
void add_endpoints(http::Endpoints& table);

}  // namespace anlan::practice
