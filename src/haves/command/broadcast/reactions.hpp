#pragma once

#include "broadcast/events.hpp"
#include "journal/desk.hpp"

namespace anlan::broadcast {

/// What a node above has released for zones of this one sounds here, too.
journal::Wishes on_released(const journal::Cause& cause, const ReleasedToReal& released);
/// And stops here when it stops there.
journal::Wishes on_stopped(const journal::Cause& cause, const BroadcastStopped& stopped);

}  // namespace anlan::broadcast
