#pragma once

#include "exercise/events.hpp"
#include "journal/desk.hpp"

namespace anlan::exercise {

using journal::Decision;
using journal::Desk;

/// Refuses `title_missing`, `objectives_missing`, `injects_missing`, `inject_invalid` (no text, before the start, past
/// a day), `person_unknown`, `exercise_is_real` in a drill.
struct PlanExercise {
    Sheet sheet;
};
BOOST_DESCRIBE_STRUCT(PlanExercise, (), (sheet))
Result<Decision> decide(const PlanExercise& wish, const Desk& desk);

/// Starts a drill of its own. Refuses `exercise_unknown`, `already_begun`, `exercise_is_real`.
struct BeginExercise {
    ExerciseId exercise;
};
BOOST_DESCRIBE_STRUCT(BeginExercise, (), (exercise))
Result<Decision> decide(const BeginExercise& wish, const Desk& desk);

/// By hand, or by the deadline `exercise/<id>`. Refuses `exercise_unknown`, `not_running`, `inject_unknown`; given
/// twice is once.
struct GiveInject {
    ExerciseId exercise;
    std::int64_t index = 0;
    bool by_hand = true;
};
BOOST_DESCRIBE_STRUCT(GiveInject, (), (exercise, index, by_hand))
Result<Decision> decide(const GiveInject& wish, const Desk& desk);

/// By an observer of this exercise, until it is held. Refuses `exercise_unknown`, `not_observer`, `not_running`,
/// `inject_unknown`, `fact_missing` for anything but "met".
struct Observe {
    ExerciseId exercise;
    std::int64_t index = 0;
    Mark mark = Mark::met;
    std::string fact;
};
BOOST_DESCRIBE_STRUCT(Observe, (), (exercise, index, mark, fact))
Result<Decision> decide(const Observe& wish, const Desk& desk);

/// Ends the drill and freezes the score. Refuses `exercise_unknown`, `not_running`, `summary_missing`.
struct EndExercise {
    ExerciseId exercise;
    std::string summary;
};
BOOST_DESCRIBE_STRUCT(EndExercise, (), (exercise, summary))
Result<Decision> decide(const EndExercise& wish, const Desk& desk);

/// Becomes a task of its owner. Refuses `exercise_unknown`, `not_held`, `text_missing`, `person_unknown`, `due_past`.
struct SetImprovement {
    ExerciseId exercise;
    std::string text;
    PersonId owner;
    Instant due{};
};
BOOST_DESCRIBE_STRUCT(SetImprovement, (), (exercise, text, owner, due))
Result<Decision> decide(const SetImprovement& wish, const Desk& desk);

}  // namespace anlan::exercise
