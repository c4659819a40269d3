#pragma once

#include "journal/room.hpp"

namespace anlan::duty {

/// Lines of the one log for what anybody reports by the code on the wall, and how it is answered.
void heed_public(journal::Room& room);

}  // namespace anlan::duty
