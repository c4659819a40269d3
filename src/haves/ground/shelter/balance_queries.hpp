#pragma once

#include "shelter/events.hpp"
#include "store/rows.hpp"

namespace anlan::shelter {

/// People of one list, or of all open lists of a world.
Balance balance_of(store::Rows& rows, const std::string& transfer);
Balance balance_of(store::Rows& rows, const World& world);

}  // namespace anlan::shelter
