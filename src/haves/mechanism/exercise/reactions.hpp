#pragma once

#include "exercise/events.hpp"
#include "journal/desk.hpp"

namespace anlan::exercise {

journal::Wishes on_begun(const journal::Cause& cause, const ExerciseBegun& begun);
journal::Wishes on_held(const journal::Cause& cause, const ExerciseHeld& held);
journal::Wishes on_improvement(const journal::Cause& cause, const ImprovementSet& set);

}  // namespace anlan::exercise
