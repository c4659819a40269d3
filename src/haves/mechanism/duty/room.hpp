#pragma once

#include "journal/room.hpp"

namespace anlan::duty {

journal::Room make_room();

}  // namespace anlan::duty
