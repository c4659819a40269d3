#pragma once

#include "base/world.hpp"
#include "store/rows.hpp"
#include "tasks/events.hpp"

/// What other rooms may ask about tasks.
namespace anlan::tasks {

struct TaskCounts {
    std::int64_t total = 0, done = 0, late = 0;
};
BOOST_DESCRIBE_STRUCT(TaskCounts, (), (total, done, late))

/// Counts of one origin, cancelled ones left out. Late: overdue now, or done after its time.
TaskCounts counts_of(store::Rows& rows, const std::string& origin, Instant now);
/// Counts of a node below, of a world.
TaskCounts counts_of_node(store::Rows& rows, const AreaCode& node, const std::string& drill, Instant now);
TaskCounts counts_of_area(store::Rows& rows, const AreaCode& area, const std::string& drill, Instant now);

struct TaskBrief {
    std::string id, step, title, post_title;
    PersonId owner;
    AreaCode area;
    Instant started_at{}, due_at{};
    std::string state;
    std::optional<Instant> done_at;
    PersonId done_by;
    std::optional<double> number;
    std::string photo, note;
};
BOOST_DESCRIBE_STRUCT(
    TaskBrief,
    (),
    (id, step, title, post_title, owner, area, started_at, due_at, state, done_at, done_by, number, photo, note)
)
std::vector<TaskBrief> tasks_of(store::Rows& rows, const std::string& origin);
std::string origin_of(store::Rows& rows, const TaskId& task);  ///< empty: none, or no such task

/// Open ones whose time is over, the longest first.
struct LateTask {
    TaskId id;
    std::string title, post_title;
    PersonId owner;
    Instant due_at{};
};
BOOST_DESCRIBE_STRUCT(LateTask, (), (id, title, post_title, owner, due_at))
std::vector<LateTask> late_tasks(store::Rows& rows, const World& world, Instant now, std::int64_t limit);

/// Own tasks due between two moments, cancelled ones left out.
struct DueTask {
    Instant due_at{};
    std::optional<Instant> done_at;
};
BOOST_DESCRIBE_STRUCT(DueTask, (), (due_at, done_at))
std::vector<DueTask> due_between(store::Rows& rows, const World& world, Instant from, Instant until);

}  // namespace anlan::tasks
