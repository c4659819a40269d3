#pragma once

#include "journal/room.hpp"

namespace anlan::subscriptions {

journal::Room make_room();

}  // namespace anlan::subscriptions
