#pragma once

#include "journal/room.hpp"

namespace anlan::response {

journal::Room make_room();

}  // namespace anlan::response
