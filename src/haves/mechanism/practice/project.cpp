#include "practice/project.hpp"

#include "journal/deadline.hpp"
#include "practice/commands.hpp"

namespace anlan::practice {

namespace {

std::string deadline_of(const std::string& practice) {
    return "practice/" + practice;
}

void end(store::Rows& rows, const journal::Entry& entry, const char* state, std::int64_t points) {
    rows.run(
        "UPDATE practice SET state = :s, points = :p, ended_at = :a WHERE id = :i",
        state,
        points,
        entry.at,
        entry.subject
    );
    journal::clear_deadline(rows, deadline_of(entry.subject));
}

}  // namespace

void project(store::Rows& rows, const journal::Entry& entry, const PracticeStarted& started) {
    rows.run(
        "INSERT INTO practice (id, person, started, started_at, step, step_at, state, points, in_time) "
        "VALUES (:i, :p, :s, :a, 0, :b, 'playing', 0, 0)",
        entry.subject,
        entry.actor,
        started,
        entry.at,
        entry.at
    );
    const journal::Due due{started.leave_at, entry.at};
    const LeavePractice leave{{entry.subject}};
    journal::set_deadline(rows, entry, deadline_of(entry.subject), due, "practice.leave", leave);
}

void project(store::Rows& rows, const journal::Entry& entry, const PracticeMoved& moved) {
    rows.run(
        "INSERT INTO practice_move (practice, step, seconds, in_time, points, remarks) VALUES (:p, :s, :e, :t, :n, :r)",
        entry.subject,
        moved.step,
        moved.seconds,
        moved.in_time,
        moved.points,
        moved.remarks
    );
    rows.run(
        "UPDATE practice SET step = :s, step_at = :a, in_time = in_time + :t WHERE id = :i",
        moved.step + 1,
        entry.at,
        moved.in_time,
        entry.subject
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const PracticeFinished& finished) {
    end(rows, entry, "finished", finished.points);
}

void project(store::Rows& rows, const journal::Entry& entry, const PracticeLeft&) {
    end(rows, entry, "left", 0);
}

}  // namespace anlan::practice
