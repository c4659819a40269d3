#pragma once

#include "journal/desk.hpp"
#include "narrow/events.hpp"

namespace anlan::narrow {

/// An order that came by short message is obeyed as one that came by the link (R23): our plans propose, our people
/// start. When the full order comes later it finds that done.
journal::Wishes on_received(const journal::Cause& cause, const NarrowReceived& received);

}  // namespace anlan::narrow
