#include "tasks/queries.hpp"

namespace anlan::tasks {

namespace {

constexpr const char* kCounts =
    "SELECT COUNT(*), COALESCE(SUM(CASE WHEN state = 'done' THEN 1 ELSE 0 END), 0), "
    "COALESCE(SUM(CASE WHEN (state = 'open' AND due_at < :now) OR (state = 'done' AND done_at > due_at) THEN 1 ELSE 0 "
    "END), 0) ";

}  // namespace

TaskCounts counts_of(store::Rows& rows, const std::string& origin, Instant now) {
    return rows
        .first<TaskCounts>(std::string(kCounts) + "FROM task WHERE origin = :o AND state <> 'cancelled'", now, origin)
        .value_or(TaskCounts{});
}

TaskCounts counts_of_node(store::Rows& rows, const AreaCode& node, const std::string& drill, Instant now) {
    return rows
        .first<TaskCounts>(
            std::string(kCounts) + "FROM town_task WHERE node = :n AND drill = :d AND state <> 'cancelled'",
            now,
            node,
            drill
        )
        .value_or(TaskCounts{});
}

TaskCounts counts_of_area(store::Rows& rows, const AreaCode& area, const std::string& drill, Instant now) {
    return rows
        .first<TaskCounts>(
            std::string(kCounts) + "FROM task WHERE area = :a AND drill = :d AND state <> 'cancelled'", now, area, drill
        )
        .value_or(TaskCounts{});
}

std::vector<TaskBrief> tasks_of(store::Rows& rows, const std::string& origin) {
    return rows.select<TaskBrief>(
        "SELECT id, step, title, post_title, owner, area, started_at, due_at, state, done_at, done_by, number, photo, "
        "note "
        "FROM task WHERE origin = :o ORDER BY due_at, id",
        origin
    );
}

std::vector<DueTask> due_between(store::Rows& rows, const World& world, Instant from, Instant until) {
    return rows.select<DueTask>(
        "SELECT due_at, done_at FROM task WHERE drill = :d AND state <> 'cancelled' AND due_at >= :f AND due_at < :u",
        world.text(),
        from,
        until
    );
}

std::string origin_of(store::Rows& rows, const TaskId& task) {
    return rows.value<std::string>("SELECT origin FROM task WHERE id = :i", task).value_or("");
}

std::vector<LateTask> late_tasks(store::Rows& rows, const World& world, Instant now, std::int64_t limit) {
    return rows.select<LateTask>(
        "SELECT id, title, post_title, owner, due_at FROM task WHERE drill = :d AND state = 'open' AND due_at < :n "
        "ORDER BY due_at, id LIMIT :l",
        world.text(),
        now,
        limit
    );
}

}  // namespace anlan::tasks
