#pragma once

#include "journal/desk.hpp"
#include "tasks/events.hpp"

namespace anlan::tasks {

using journal::Decision;
using journal::Desk;

/// Gives a post something to do. The same origin and step again is the same task. Refuses `title_empty`, `due_missing`.
struct AssignTask {
    TaskAssigned task;  ///< owner and post_title are filled from organisation when empty
};
BOOST_DESCRIBE_STRUCT(AssignTask, (), (task))
Result<Decision> decide(const AssignTask& wish, const Desk& desk);

/// Refuses `task_unknown`, `already_done`, `not_yours` (only the owner, the post's deputy or the desk),
/// `number_wanted`, `photo_wanted`, `place_wanted`, `number_invalid` (negative, not a number), `place_invalid`.
struct ConfirmTask {
    TaskId task;
    std::optional<double> number;
    std::string photo;
    std::optional<double> lon, lat;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(ConfirmTask, (), (task, number, photo, lon, lat, note))
Result<Decision> decide(const ConfirmTask& wish, const Desk& desk);
std::optional<World> world_of(const ConfirmTask& wish, store::Rows& rows);

struct ReassignTask {
    TaskId task;
    PersonId owner;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReassignTask, (), (task, owner, reason))
Result<Decision> decide(const ReassignTask& wish, const Desk& desk);
std::optional<World> world_of(const ReassignTask& wish, store::Rows& rows);

/// Called by the deadline `task/<id>`.
struct NoteOverdue {
    TaskId task;
};
BOOST_DESCRIBE_STRUCT(NoteOverdue, (), (task))
Result<Decision> decide(const NoteOverdue& wish, const Desk& desk);
std::optional<World> world_of(const NoteOverdue& wish, store::Rows& rows);

/// Cancels all open tasks of an origin.
struct CancelTasks {
    std::string origin, reason;
};
BOOST_DESCRIBE_STRUCT(CancelTasks, (), (origin, reason))
Result<Decision> decide(const CancelTasks& wish, const Desk& desk);

}  // namespace anlan::tasks
