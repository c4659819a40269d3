#pragma once

#include <source_location>

namespace anlan {

/// Stops the node when a programmer's promise is broken; it restarts from its journal. On in release builds.
void ensure(bool holds, const char* promise, std::source_location where = std::source_location::current());

}  // namespace anlan
