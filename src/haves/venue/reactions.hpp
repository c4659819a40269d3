#pragma once

#include "journal/desk.hpp"
#include "tasks/events.hpp"
#include "venue/events.hpp"

namespace anlan::venue {

/// A fault becomes a task of the exhibit's keeper, due when the policy pack wants it repaired.
journal::Wishes on_faulted(const journal::Cause& cause, const ExhibitFaulted& faulted);
/// Repaired or taken away: the task goes, if it is still open.
journal::Wishes on_repaired(const journal::Cause& cause, const ExhibitRepaired& repaired);
journal::Wishes on_retired(const journal::Cause& cause, const ExhibitRetired& retired);
/// A keeper who has done the task has repaired the exhibit.
journal::Wishes on_task_done(const journal::Cause& cause, const tasks::TaskConfirmed& confirmed);

}  // namespace anlan::venue
