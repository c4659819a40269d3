#pragma once

#include "journal/room.hpp"

namespace anlan::orders {

journal::Room make_room();

}  // namespace anlan::orders
