#pragma once

#include "duty/commands.hpp"
#include "response/events.hpp"

/// What the rota makes of responses: more people while one is in force.
namespace anlan::duty {

journal::Wishes on_activated(const journal::Cause& cause, const response::ResponseActivated& activated);
journal::Wishes on_level_changed(const journal::Cause& cause, const response::LevelChanged& changed);
journal::Wishes on_closed(const journal::Cause& cause, const response::ResponseClosed& closed);

}  // namespace anlan::duty
