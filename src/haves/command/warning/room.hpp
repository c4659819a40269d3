#pragma once

#include "journal/room.hpp"
#include "warning/ports.hpp"

namespace anlan::warning {

/// The port must outlive the room.
journal::Room make_room(const AreaMatcher& matcher);

}  // namespace anlan::warning
