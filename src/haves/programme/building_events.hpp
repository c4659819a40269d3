#pragma once

#include "journal/event.hpp"

/// The building plan (建设方案) as data: phases, tasks, owners, dates, deliverables; and how far each station is.
/// POLICY.md §1.1 (phases and milestones), §1.6.
namespace anlan::programme {

struct Phase {
    std::string id, title_zh, title_en;
};
BOOST_DESCRIBE_STRUCT(Phase, (), (id, title_zh, title_en))

struct BuildTask {
    std::string id, phase, title_zh, title_en;
    std::string owner;               ///< code of a role
    std::string begin, end;          ///< YYYY-MM-DD, both included
    std::vector<std::string> after;  ///< tasks that have to be done before
    std::string deliverable;
};
BOOST_DESCRIBE_STRUCT(BuildTask, (), (id, phase, title_zh, title_en, owner, begin, end, after, deliverable))

struct BuildPlan {
    std::int64_t year = 0;
    std::string source;
    std::vector<Phase> phases;
    std::vector<BuildTask> tasks;
};
BOOST_DESCRIBE_STRUCT(BuildPlan, (), (year, source, phases, tasks))

/// The county's plan for all its stations; a later one of the same year replaces it.
struct BuildPlanAdopted {
    static constexpr journal::EventKind kKind{"building.plan_adopted", 1, journal::Share::down};
    BuildPlan plan;
};
BOOST_DESCRIBE_STRUCT(BuildPlanAdopted, (), (plan))

/// 未开始, 进行中, 完成.
BOOST_DEFINE_ENUM_CLASS(BuildState, waiting, started, done)

/// A station's word on one task. The last one counts.
struct BuildTaskReported {
    static constexpr journal::EventKind kKind{"building.task_reported", 1, journal::Share::up};
    std::int64_t year = 0;
    std::string task;
    BuildState state = BuildState::started;
    std::string day;   ///< when it began or was done
    std::string note;  ///< owed when it is late: why
};
BOOST_DESCRIBE_STRUCT(BuildTaskReported, (), (year, task, state, day, note))

}  // namespace anlan::programme
