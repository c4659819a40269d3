#pragma once

#include "journal/room.hpp"

namespace anlan::enforcement {

journal::Room make_room();

}  // namespace anlan::enforcement
