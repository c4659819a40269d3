#pragma once

#include "evaluation/events.hpp"
#include "evaluation/model_events.hpp"
#include "exercise/events.hpp"
#include "store/rows.hpp"

namespace anlan::evaluation {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const StationNominated& nominated);
void project(store::Rows& rows, const Entry& entry, const NominationWithdrawn& withdrawn);
void project(store::Rows& rows, const Entry& entry, const ChangeProposed& proposed);
void project(store::Rows& rows, const Entry& entry, const ChangeConfirmed& confirmed);
void project(store::Rows& rows, const Entry& entry, const ChangeRejected& rejected);
void project(store::Rows& rows, const Entry& entry, const EvaluationConcluded& concluded);
void project(store::Rows& rows, const Entry& entry, const ResultPassedOn& passed);
void project(store::Rows& rows, const Entry& entry, const LetterWritten& letter);
void project(store::Rows& rows, const Entry& entry, const ModelNamed& named);
void project(store::Rows& rows, const Entry& entry, const LessonTold& lesson);
void project(store::Rows& rows, const Entry& entry, const ModelEnded& ended);
void project(store::Rows& rows, const Entry& entry, const ModelPassedOn& passed);

/// What a station told of an exercise it held.
void keep_drill(store::Rows& rows, const Entry& entry, const exercise::ExerciseHeld& held, const AreaCode& from);

void mirror(store::Rows& rows, const Entry& entry, const StationNominated& nominated, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const NominationWithdrawn& withdrawn, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const EvaluationConcluded& concluded, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const ResultPassedOn& passed, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const ModelNamed& named, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const LessonTold& lesson, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const ModelEnded& ended, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const ModelPassedOn& passed, const AreaCode& from);

}  // namespace anlan::evaluation
