#pragma once

#include "journal/room.hpp"

namespace anlan::venue {

journal::Room make_room();

}  // namespace anlan::venue
