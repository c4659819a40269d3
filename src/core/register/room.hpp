#pragma once

#include "journal/room.hpp"

namespace anlan::registers {

journal::Room make_room();

}  // namespace anlan::registers
