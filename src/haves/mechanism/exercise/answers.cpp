#include "exercise/answers.hpp"

#include "base/ensure.hpp"
#include "organisation/queries.hpp"
#include "tasks/queries.hpp"

namespace anlan::exercise {

std::string_view shipped_scripts_json();

const std::vector<Script>& shipped_scripts() {
    static const auto all = [] {
        auto read = from_json_text<std::vector<Script>>(shipped_scripts_json(), Unknown::refused);
        ensure(read.has_value(), "the shipped scripts read");
        return std::move(read.value());
    }();
    return all;
}

ExerciseBrief brief_of(store::Rows& rows, const ExerciseFacts& exercise) {
    ExerciseBrief made{
        exercise.id.text,
        exercise.sheet.title,
        exercise.sheet.kind,
        exercise.sheet.planned_at,
        exercise.begun_at,
        exercise.held_at,
        exercise.score,
        exercise.judged,
        static_cast<std::int64_t>(exercise.sheet.injects.size()),
        0,
        exercise.drill};
    for (const auto& task : tasks::tasks_of(rows, origin_of(exercise.id))) made.open_improvements += !task.done_at;
    return made;
}

ExerciseDetail detail_of(store::Rows& rows, const ExerciseFacts& exercise, Instant now) {
    ExerciseDetail made;
    const auto& sheet = exercise.sheet;
    made.brief = brief_of(rows, exercise);
    made.basis = sheet.basis;
    made.scenario = sheet.scenario;
    made.units = sheet.units;
    made.summary = exercise.summary;
    made.objectives = sheet.objectives;
    for (const auto& person : sheet.observers) made.observer_names.push_back(organisation::person_name(rows, person));
    const auto verdicts = exercise.held_at ? exercise.verdicts : verdicts_of(rows, exercise, now);
    made.score_now = score_of(verdicts);
    const auto given = given_in(rows, exercise.id);
    for (std::size_t i = 0; i < sheet.injects.size(); ++i) {
        InjectLine line{static_cast<std::int64_t>(i), sheet.injects[i], {}, {}, {}};
        if (exercise.begun_at) line.due = *exercise.begun_at + std::chrono::minutes{line.inject.minute};
        for (const auto& each : given)
            if (each.at_index == line.index) line.given_at = each.at;
        if (i < verdicts.size()) line.verdict = verdicts[i];
        made.lines.push_back(std::move(line));
    }
    for (const auto& each : observed_in(rows, exercise.id))
        made.observations.push_back(
            {each.at_index, organisation::person_name(rows, each.observer), each.mark, each.fact, each.at}
        );
    for (const auto& task : tasks::tasks_of(rows, origin_of(exercise.id)))
        made.improvements.push_back(
            {task.id, task.title, organisation::person_name(rows, task.owner), task.state, task.due_at, task.done_at}
        );
    return made;
}

}  // namespace anlan::exercise
