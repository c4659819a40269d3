#include "evaluation/room.hpp"

#include "evaluation/project.hpp"
#include "evaluation/reactions.hpp"

namespace anlan::evaluation {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("evaluation", views_sql());
    room.projects<StationNominated, NominationWithdrawn, ChangeProposed, ChangeConfirmed, ChangeRejected>()
        .projects<EvaluationConcluded, ResultPassedOn, LetterWritten>()
        .projects<ModelNamed, LessonTold, ModelEnded, ModelPassedOn>()
        .mirrors<StationNominated, NominationWithdrawn, EvaluationConcluded, ResultPassedOn>()
        .mirrors<ModelNamed, LessonTold, ModelEnded, ModelPassedOn>()
        .reacts<EvaluationConcluded>(&pass_on_result)
        .reacts<ModelNamed>(&pass_on_named)
        .reacts<LessonTold>(&pass_on_lesson)
        .reacts<ModelEnded>(&pass_on_end);
    room.mirror_projections.emplace(
        exercise::ExerciseHeld::kKind.text(),
        [](store::Rows& rows, const Entry& entry, const AreaCode& from) {
            keep_drill(rows, entry, journal::Room::body_of<exercise::ExerciseHeld>(entry), from);
        }
    );
    return room;
}

}  // namespace anlan::evaluation
