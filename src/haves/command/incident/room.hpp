#pragma once

#include "journal/room.hpp"

namespace anlan::incident {

journal::Room make_room();

}  // namespace anlan::incident
