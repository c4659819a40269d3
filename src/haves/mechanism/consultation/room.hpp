#pragma once

#include "journal/room.hpp"

namespace anlan::consultation {

journal::Room make_room();

}  // namespace anlan::consultation
