#pragma once

#include "journal/room.hpp"

namespace anlan::dispatch {

journal::Room make_room();

}  // namespace anlan::dispatch
