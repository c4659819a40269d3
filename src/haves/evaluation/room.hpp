#pragma once

#include "journal/room.hpp"

namespace anlan::evaluation {

journal::Room make_room();

}  // namespace anlan::evaluation
