#pragma once

#include "journal/desk.hpp"
#include "programme/building_events.hpp"

namespace anlan::programme {

/// Adopts a plan; without one, the plan this program was built with. Refuses `not_at_this_level`, `task_invalid` naming
/// the task: an id twice, a date that never was, an end before its beginning, an unknown phase or predecessor, a
/// circle.
struct AdoptBuildPlan {
    std::optional<BuildPlan> plan;
};
BOOST_DESCRIBE_STRUCT(AdoptBuildPlan, (), (plan))

/// Refuses `plan_unknown`, `task_unknown`, `predecessor_open` for done before what it waits for, `note_empty` when it
/// is done or begun after its date, `day_invalid` for a day to come.
struct ReportBuildTask {
    std::int64_t year = 0;
    std::string task;
    BuildState state = BuildState::started;
    std::string day;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ReportBuildTask, (), (year, task, state, day, note))

Result<journal::Decision> decide(const AdoptBuildPlan& wish, const journal::Desk& desk);
Result<journal::Decision> decide(const ReportBuildTask& wish, const journal::Desk& desk);

/// The plan this program was built with (data/programme/2025.json).
const BuildPlan& shipped_build_plan();

}  // namespace anlan::programme
