#pragma once

#include "journal/room.hpp"

namespace anlan::programme {

journal::Room make_room();

}  // namespace anlan::programme
