#include "exercise/reactions.hpp"

#include "exercise/queries.hpp"
#include "tasks/commands.hpp"
#include "warning/commands.hpp"

namespace anlan::exercise {

namespace {
constexpr const char* kActor = "system:exercise";
}

/// The drill is another world than the exercise (decision 0028): its beginning and its end are wished for there.
journal::Wishes on_begun(const journal::Cause& cause, const ExerciseBegun& begun) {
    if (!cause.mine) return {};
    return {journal::wish(
        World::drill(begun.drill),
        kActor,
        warning::StartDrill{begun.drill, begun.title, "exercise:" + cause.entry.subject}
    )};
}

journal::Wishes on_held(const journal::Cause& cause, const ExerciseHeld& held) {
    if (!cause.mine) return {};
    const DrillId drill{held.drill};
    return {journal::wish(World::drill(drill), kActor, warning::EndDrill{drill, "演练结束"})};
}

journal::Wishes on_improvement(const journal::Cause& cause, const ImprovementSet& set) {
    if (!cause.mine) return {};
    tasks::TaskAssigned task;
    task.origin = origin_of({cause.entry.subject});
    task.step = set.id;
    task.title = "演练整改：" + set.text;
    task.title_en = "Improvement after an exercise";
    task.owner = set.owner;
    task.area = cause.node.area;
    task.due = set.due;
    return {cause.wish(kActor, tasks::AssignTask{std::move(task)})};
}

}  // namespace anlan::exercise
