#include "exercise/queries.hpp"

namespace anlan::exercise {

namespace {

constexpr const char* kExercises =
    "SELECT id, sheet, drill, begun_at, held_at, verdicts, score, judged, summary FROM exercise ";

}  // namespace

std::optional<ExerciseFacts> find_exercise(store::Rows& rows, const ExerciseId& id) {
    return rows.first<ExerciseFacts>(std::string(kExercises) + "WHERE id = :i", id);
}

std::vector<ExerciseFacts> find_exercises(store::Rows& rows, std::int64_t limit) {
    return rows.select<ExerciseFacts>(std::string(kExercises) + "ORDER BY planned_at DESC, id DESC LIMIT :l", limit);
}

std::vector<GivenFacts> given_in(store::Rows& rows, const ExerciseId& id) {
    return rows.select<GivenFacts>(
        "SELECT at_index, at, by_hand FROM exercise_given WHERE exercise = :e ORDER BY at_index", id
    );
}

std::vector<ObservationFacts> observed_in(store::Rows& rows, const ExerciseId& id) {
    return rows.select<ObservationFacts>(
        "SELECT at_index, observer, mark, fact, at FROM exercise_observation WHERE exercise = :e ORDER BY at, at_index",
        id
    );
}

}  // namespace anlan::exercise
