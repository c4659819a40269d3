#include "exercise/project.hpp"

#include <algorithm>

#include "exercise/commands.hpp"
#include "exercise/queries.hpp"
#include "journal/deadline.hpp"

namespace anlan::exercise {

namespace {

std::string deadline_of(const Entry& entry) {
    return "exercise/" + entry.subject;
}

/// The next inject that has not been given falls due at its minute.
void wait_for_next(store::Rows& rows, const Entry& entry) {
    const ExerciseId id{entry.subject};
    const auto exercise = find_exercise(rows, id);
    if (!exercise || !exercise->running()) return;
    const auto given = given_in(rows, id);
    const auto& injects = exercise->sheet.injects;
    for (std::size_t i = 0; i < injects.size(); ++i) {
        const auto index = static_cast<std::int64_t>(i);
        const bool done =
            std::any_of(given.begin(), given.end(), [&](const auto& one) { return one.at_index == index; });
        if (done) continue;
        const auto due = *exercise->begun_at + std::chrono::minutes{injects[i].minute};
        journal::set_deadline(
            rows, entry, deadline_of(entry), std::max(due, entry.at), "exercise.give", GiveInject{id, index, false}
        );
        return;
    }
    journal::clear_deadline(rows, deadline_of(entry));
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const ExercisePlanned& planned) {
    rows.run(
        "INSERT INTO exercise(id, sheet, drill, planned_at, verdicts, judged, summary) "
        "VALUES(:i, :s, '', :p, '[]', 0, '')",
        entry.subject,
        planned.sheet,
        planned.sheet.planned_at
    );
}

void project(store::Rows& rows, const Entry& entry, const ExerciseBegun& begun) {
    rows.run("UPDATE exercise SET drill = :d, begun_at = :a WHERE id = :i", begun.drill, entry.at, entry.subject);
    wait_for_next(rows, entry);
}

void project(store::Rows& rows, const Entry& entry, const InjectGiven& given) {
    rows.run(
        "INSERT INTO exercise_given(exercise, at_index, at, by_hand) VALUES(:e, :n, :a, :h) "
        "ON CONFLICT(exercise, at_index) DO NOTHING",
        entry.subject,
        given.index,
        entry.at,
        given.by_hand
    );
    wait_for_next(rows, entry);
}

void project(store::Rows& rows, const Entry& entry, const Observed& observed) {
    rows.run(
        "INSERT INTO exercise_observation(exercise, at_index, observer, mark, fact, at) VALUES(:e, :n, :o, :m, :f, :a) "
        "ON CONFLICT(exercise, at_index, observer) DO UPDATE SET mark = excluded.mark, fact = excluded.fact, at = "
        "excluded.at",
        entry.subject,
        observed.index,
        observed.observer,
        observed.mark,
        observed.fact,
        entry.at
    );
}

void project(store::Rows& rows, const Entry& entry, const ExerciseHeld& held) {
    journal::clear_deadline(rows, deadline_of(entry));
    rows.run(
        "UPDATE exercise SET held_at = :a, verdicts = :v, score = :s, judged = :j, summary = :w WHERE id = :i",
        entry.at,
        held.verdicts,
        held.score,
        held.judged,
        held.summary,
        entry.subject
    );
}

void project(store::Rows&, const Entry&, const ImprovementSet&) {
    // The task it becomes is kept, and known to be done, by the room of tasks.
}

}  // namespace anlan::exercise
