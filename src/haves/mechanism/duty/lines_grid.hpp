#pragma once

#include "journal/room.hpp"

namespace anlan::duty {

/// Lines of the one log for what the grid reports and patrols.
void heed_grid(journal::Room& room);

}  // namespace anlan::duty
