#pragma once

#include "journal/room.hpp"

namespace anlan::devices {

journal::Room make_room();

}  // namespace anlan::devices
