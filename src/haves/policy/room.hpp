#pragma once

#include "journal/room.hpp"

namespace anlan::policy {

journal::Room make_room();

}  // namespace anlan::policy
