#pragma once

#include "journal/room.hpp"

namespace anlan::organisation {

journal::Room make_room();

}  // namespace anlan::organisation
