#pragma once

#include "journal/room.hpp"

namespace anlan::calls {

journal::Room make_room();

}  // namespace anlan::calls
