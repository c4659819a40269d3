#pragma once

#include "http/endpoint.hpp"

namespace anlan::app {

/// What everybody may read without a login (R27): warnings in force with their advice, open shelters, and whom to ring.
/// Made anew once a second at most, so that it stays up when the whole town looks.
void add_public_board(http::Endpoints& table);

}  // namespace anlan::app
