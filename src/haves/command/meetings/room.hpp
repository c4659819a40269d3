#pragma once

#include "journal/room.hpp"

namespace anlan::meetings {

journal::Room make_room();

}  // namespace anlan::meetings
