#pragma once

#include <string>
#include <vector>

#include "base/area.hpp"
#include "journal/event.hpp"

namespace anlan::journal {

enum class Direction { up, down };

/// An entry on its way to another node. `number` counts without gaps per origin and direction, so the receiver sees
/// what is missing and asks again.
struct Parcel {
    AreaCode origin;
    std::int64_t number = 0;
    Entry entry;
};

}  // namespace anlan::journal
