#include "tasks/records.hpp"

namespace anlan::tasks {

const std::string kTaskRows =
    "SELECT id, drill, origin, step, title, title_en, action, post, post_title, line, owner, area, started_at, due_at, "
    "confirmation, unit, number_wanted, number, photo, lon, lat, note, needs, chapter, text, state, overdue, done_at, "
    "done_by "
    "FROM task ";

std::optional<TaskRow> task_row(store::Rows& rows, const TaskId& id) {
    return rows.first<TaskRow>(kTaskRows + "WHERE id = :i", id);
}

}  // namespace anlan::tasks
