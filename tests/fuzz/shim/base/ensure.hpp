#pragma once

// Stands before the house's own: clang 14 does not find std::source_location in libstdc++ 12.
#include <cstdlib>

namespace anlan {

inline void ensure(bool holds, const char*) {
    if (!holds) std::abort();
}

}  // namespace anlan
