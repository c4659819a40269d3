#pragma once

#include "journal/room.hpp"

namespace anlan::app {

/// Lets the room of warnings tell that of broadcasts, which stands far below it, that a red warning is in force here
/// and may stand in for the second person; and that it is so no more. The policy decides whether that counts.
journal::Room authorising(journal::Room warnings);

}  // namespace anlan::app
