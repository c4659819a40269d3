#pragma once

#include "journal/room.hpp"

namespace anlan::duty {

/// Lines of the one log for consultations and what they resolved, ours and those of nodes below.
void heed_consultations(journal::Room& room);

}  // namespace anlan::duty
