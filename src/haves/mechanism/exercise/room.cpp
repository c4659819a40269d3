#include "exercise/room.hpp"

#include "exercise/commands.hpp"
#include "exercise/project.hpp"
#include "exercise/reactions.hpp"

namespace anlan::exercise {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("exercise", views_sql());
    room.projects<ExercisePlanned, ExerciseBegun, InjectGiven, Observed, ExerciseHeld, ImprovementSet>()
        .recalls<GiveInject>("exercise.give")
        .reacts<ExerciseBegun>(&on_begun)
        .reacts<ExerciseHeld>(&on_held)
        .reacts<ImprovementSet>(&on_improvement);
    return room;
}

}  // namespace anlan::exercise
