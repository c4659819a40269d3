#include "programme/forecast.hpp"

#include <algorithm>
#include <set>

#include "base/time.hpp"

namespace anlan::programme {

namespace {

struct Span {
    std::int64_t begin = 0, end = 0;
};

Span expected(const BuildTask& task, const TaskProgress& now, std::int64_t earliest, std::int64_t today) {
    const auto planned_begin = *day_number(task.begin), planned_end = *day_number(task.end);
    const auto takes = planned_end - planned_begin;
    const auto told = day_number(now.day);
    if (now.state == BuildState::done && told) return {std::min(planned_begin, *told), *told};
    if (now.state == BuildState::started && told) return {*told, std::max({*told + takes, earliest, today})};
    const auto begin = std::max({planned_begin, earliest, today});
    return {begin, begin + takes};
}

}  // namespace

std::optional<std::int64_t> day_number(const std::string& day) {
    if (day.size() != 10) return std::nullopt;
    const auto at = parse_time(day + "T00:00:00Z");
    if (!at) return std::nullopt;
    return std::chrono::floor<std::chrono::days>(at.value()).time_since_epoch().count();
}

std::string day_text(std::int64_t number) {
    return to_local(Instant{std::chrono::days{number}}, std::chrono::minutes{0}).substr(0, 10);
}

std::vector<const BuildTask*> in_order(const std::vector<BuildTask>& tasks) {
    std::vector<const BuildTask*> ordered;
    std::set<std::string> placed;
    while (ordered.size() < tasks.size()) {
        const auto before = ordered.size();
        for (const auto& task : tasks) {
            if (placed.contains(task.id)) continue;
            if (!std::ranges::all_of(task.after, [&](const auto& id) { return placed.contains(id); })) continue;
            ordered.push_back(&task);
            placed.insert(task.id);
        }
        if (ordered.size() == before) return {};
    }
    return ordered;
}

std::vector<TaskForecast> forecast(
    const std::vector<BuildTask>& tasks, const std::map<std::string, TaskProgress>& progress, const std::string& today
) {
    const auto ordered = in_order(tasks);
    const auto now = day_number(today).value_or(0);
    std::map<std::string, Span> spans;
    std::int64_t last = 0;
    for (const auto* task : ordered) {
        std::int64_t earliest = 0;
        for (const auto& id : task->after) earliest = std::max(earliest, spans[id].end + 1);
        const auto told = progress.find(task->id);
        spans[task->id] = expected(*task, told == progress.end() ? TaskProgress{} : told->second, earliest, now);
        last = std::max(last, spans[task->id].end);
    }
    std::map<std::string, std::int64_t> latest;
    for (const auto* task : ordered) latest[task->id] = last;
    for (auto task = ordered.rbegin(); task != ordered.rend(); ++task) {
        const auto takes = spans[(*task)->id].end - spans[(*task)->id].begin;
        for (const auto& id : (*task)->after) latest[id] = std::min(latest[id], latest[(*task)->id] - takes - 1);
    }
    std::vector<TaskForecast> all;
    for (const auto& task : tasks) {
        const auto& span = spans[task.id];
        const auto told = progress.find(task.id);
        const bool done = told != progress.end() && told->second.state == BuildState::done;
        const auto slack = latest[task.id] - span.end;
        all.push_back(
            {task.id,
             day_text(span.begin),
             day_text(span.end),
             std::max<std::int64_t>(0, span.end - *day_number(task.end)),
             slack,
             !done && slack <= 0}
        );
    }
    return all;
}

}  // namespace anlan::programme
