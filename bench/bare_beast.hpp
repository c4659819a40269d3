#pragma once

#include "bench/child.hpp"

namespace anlan::bench {

/// The limit to compare with: Beast's WebSocket without a program around it. Says its port first; "tell TEXT" writes
/// one shared text to every listener. Two threads, as the program has.
void serve_bare(Wire& wire);

}  // namespace anlan::bench
