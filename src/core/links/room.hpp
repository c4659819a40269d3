#pragma once

#include "federation/exchange.hpp"
#include "journal/room.hpp"

namespace anlan::links {

journal::Room make_room();

/// What the exchange noticed, as a wish for the writer.
journal::Wish note_change(const federation::Neighbour& neighbour, bool up);
journal::Wish note_fault(const federation::Neighbour& neighbour, const federation::Fault& fault);

}  // namespace anlan::links
