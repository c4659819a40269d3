#pragma once

#include "journal/desk.hpp"
#include "programme/building_queries.hpp"

namespace anlan::programme {

/// One task of one station: planned, told, expected.
struct TaskLine {
    std::string id, state, day, note;
    std::string begin, end;  ///< expected
    std::int64_t late_days = 0;
    bool critical = false;
};
BOOST_DESCRIBE_STRUCT(TaskLine, (), (id, state, day, note, begin, end, late_days, critical))

struct BuilderAnswer {
    AreaCode node;
    std::string name;
    std::int64_t done = 0, late = 0;  ///< tasks
    std::string ready_on;             ///< expected end of the last task
    std::int64_t late_days = 0;       ///< of the last task
    std::vector<TaskLine> tasks;
};
BOOST_DESCRIBE_STRUCT(BuilderAnswer, (), (node, name, done, late, ready_on, late_days, tasks))

/// The wall chart (挂图).
struct WallChart {
    BuildPlan plan;
    std::vector<BuilderAnswer> stations;
};
BOOST_DESCRIBE_STRUCT(WallChart, (), (plan, stations))

/// As it stood on that day: what was told of later days is left out.
std::optional<WallChart> wall_chart(
    store::Rows& rows, const journal::NodeFacts& here, std::int64_t year, const std::string& today
);

}  // namespace anlan::programme
