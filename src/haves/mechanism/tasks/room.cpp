#include "tasks/room.hpp"

#include "tasks/commands.hpp"
#include "tasks/project.hpp"

namespace anlan::tasks {

std::string_view views_sql();

namespace {

std::vector<journal::Telling> tell_assigned(const Entry& entry, const TaskAssigned& task) {
    if (task.owner.empty()) return {};
    return {{task.owner, {{"task", {{"id", entry.subject}, {"title", task.title}, {"due_at", to_rfc3339(task.due)}}}}}};
}

std::vector<journal::Telling> tell_reassigned(const Entry&, const TaskReassigned& task) {
    return {{task.owner, {}}};
}

std::vector<journal::Telling> tell_overdue(const Entry&, const TaskOverdue& task) {
    if (task.owner.empty()) return {};
    return {{task.owner, {}}};
}

}  // namespace

journal::Room make_room() {
    journal::Room room("tasks", views_sql());
    room.projects<TaskAssigned, TaskProgressed, TaskConfirmed, TaskOverdue, TaskReassigned, TaskCancelled>()
        .mirrors<TaskAssigned, TaskConfirmed, TaskCancelled>()
        .recalls<NoteOverdue>("tasks.overdue")
        .tells<TaskAssigned>(&tell_assigned)
        .tells<TaskReassigned>(&tell_reassigned)
        .tells<TaskOverdue>(&tell_overdue);
    return room;
}

}  // namespace anlan::tasks
