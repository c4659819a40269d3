#pragma once

#include "journal/room.hpp"

namespace anlan::warehouse {

journal::Room make_room();

}  // namespace anlan::warehouse
