#pragma once

#include "store/rows.hpp"
#include "tasks/events.hpp"

namespace anlan::tasks {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const TaskAssigned& assigned);
void project(store::Rows& rows, const Entry& entry, const TaskProgressed& progressed);
void project(store::Rows& rows, const Entry& entry, const TaskConfirmed& confirmed);
void project(store::Rows& rows, const Entry& entry, const TaskOverdue& overdue);
void project(store::Rows& rows, const Entry& entry, const TaskReassigned& reassigned);
void project(store::Rows& rows, const Entry& entry, const TaskCancelled& cancelled);

void mirror(store::Rows& rows, const Entry& entry, const TaskAssigned& assigned, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const TaskConfirmed& confirmed, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const TaskCancelled& cancelled, const AreaCode& from);

}  // namespace anlan::tasks
