#pragma once

#include "store/rows.hpp"
#include "tasks/events.hpp"

namespace anlan::tasks {

BOOST_DEFINE_ENUM_CLASS(TaskState, open, done, cancelled)

/// A row of the view `task`.
struct TaskRow {
    std::string id, drill, origin, step, title, title_en, action;
    PostId post;
    std::string post_title, line;
    PersonId owner;
    AreaCode area;
    Instant started_at{}, due_at{};
    Confirmation confirmation = Confirmation::tick;
    std::string unit;
    std::optional<double> number_wanted, number;
    std::string photo;
    std::optional<double> lon, lat;
    std::string note;
    std::vector<TaskNeed> needs;
    std::string chapter, text;
    TaskState state = TaskState::open;
    std::int64_t overdue = 0;
    std::optional<Instant> done_at;
    PersonId done_by;
};
BOOST_DESCRIBE_STRUCT(
    TaskRow,
    (),
    (id,
     drill,
     origin,
     step,
     title,
     title_en,
     action,
     post,
     post_title,
     line,
     owner,
     area,
     started_at,
     due_at,
     confirmation,
     unit,
     number_wanted,
     number,
     photo,
     lon,
     lat,
     note,
     needs,
     chapter,
     text,
     state,
     overdue,
     done_at,
     done_by)
)

/// "SELECT <columns of TaskRow> FROM task "
extern const std::string kTaskRows;

std::optional<TaskRow> task_row(store::Rows& rows, const TaskId& id);

}  // namespace anlan::tasks
