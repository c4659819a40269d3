#pragma once

#include "exercise/events.hpp"
#include "store/rows.hpp"

namespace anlan::exercise {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const ExercisePlanned& planned);
void project(store::Rows& rows, const Entry& entry, const ExerciseBegun& begun);
void project(store::Rows& rows, const Entry& entry, const InjectGiven& given);
void project(store::Rows& rows, const Entry& entry, const Observed& observed);
void project(store::Rows& rows, const Entry& entry, const ExerciseHeld& held);
void project(store::Rows& rows, const Entry& entry, const ImprovementSet& set);

}  // namespace anlan::exercise
