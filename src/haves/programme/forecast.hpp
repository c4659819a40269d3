#pragma once

#include <map>

#include "programme/building_events.hpp"

/// When a station will be ready, reckoned from what is done. Pure: days in, days out.
namespace anlan::programme {

/// Days since 1970-01-01; none for a text that is no day.
std::optional<std::int64_t> day_number(const std::string& day);
std::string day_text(std::int64_t number);

struct TaskProgress {
    BuildState state = BuildState::waiting;
    std::string day, note;
};

struct TaskForecast {
    std::string id;
    std::string begin, end;      ///< expected
    std::int64_t late_days = 0;  ///< expected or real end after the planned one
    std::int64_t slack_days = 0;
    bool critical = false;  ///< a day's delay delays the whole
};

/// Forward over predecessors, then backward for the slack. What is not done ends today at the earliest. `tasks` form no
/// circle.
std::vector<TaskForecast> forecast(
    const std::vector<BuildTask>& tasks, const std::map<std::string, TaskProgress>& progress, const std::string& today
);

/// Tasks so ordered that every predecessor stands before; empty when they form a circle.
std::vector<const BuildTask*> in_order(const std::vector<BuildTask>& tasks);

}  // namespace anlan::programme
