#pragma once

#include "journal/room.hpp"

namespace anlan::grid {

journal::Room make_room();

}  // namespace anlan::grid
