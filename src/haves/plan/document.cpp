#include "plan/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace anlan::plan {

namespace {

/// The first time the clock of this zone shows so many minutes after midnight, at or after `from`.
Instant next_at(Instant from, std::int64_t minutes, std::chrono::minutes zone) {
    using namespace std::chrono;
    const auto local = from + zone;
    const auto today = floor<days>(local) + std::chrono::minutes{minutes};
    return (today >= local ? Instant{today} : Instant{today + days{1}}) - zone;
}

std::optional<Instant> due_from(const StepDeadline& deadline, Instant base, const Moments& moments) {
    const auto least = base + std::chrono::minutes{deadline.minutes};
    if (!deadline.at.empty()) {
        const auto clock = clock_minutes(deadline.at);
        if (!clock) return std::nullopt;
        return next_at(least, *clock, moments.zone);
    }
    if (!deadline.before_landfall_hours || !moments.landfall) return least;
    const auto lead = std::chrono::duration<double, std::ratio<3600>>(*deadline.before_landfall_hours);
    return std::max(least, *moments.landfall - std::chrono::duration_cast<Milliseconds>(lead));
}

/// The steps whose deadlines this one is reckoned from, itself first; empty when the chain is broken or circular.
std::vector<const Step*> chain(const PlanLevel& level, const Step& step) {
    std::vector<const Step*> steps{&step};
    while (!steps.back()->deadline.after.empty()) {
        const auto* next = step_of(level, steps.back()->deadline.after);
        if (next == nullptr || steps.size() > level.steps.size()) return {};
        steps.push_back(next);
    }
    return steps;
}

}  // namespace

const PlanLevel* level_of(const Plan& plan, std::int64_t level) {
    const auto found = std::find_if(plan.levels.begin(), plan.levels.end(), [&](const PlanLevel& each) {
        return each.level == level;
    });
    return found == plan.levels.end() ? nullptr : &*found;
}

const Step* step_of(const PlanLevel& level, const std::string& id) {
    const auto found =
        std::find_if(level.steps.begin(), level.steps.end(), [&](const Step& each) { return each.id == id; });
    return found == level.steps.end() ? nullptr : &*found;
}

std::optional<std::int64_t> due_minutes(const PlanLevel& level, const Step& step) {
    const auto steps = chain(level, step);
    if (steps.empty()) return std::nullopt;
    std::int64_t minutes = 0;
    for (const auto* each : steps) minutes += each->deadline.minutes;
    return minutes;
}

std::optional<Instant> due_at(const PlanLevel& level, const Step& step, const Moments& moments) {
    const auto steps = chain(level, step);
    if (steps.empty()) return std::nullopt;
    std::optional<Instant> due = moments.started;
    for (auto each = steps.rbegin(); due && each != steps.rend(); ++each)
        due = due_from((*each)->deadline, *due, moments);
    return due;
}

std::optional<std::int64_t> clock_minutes(std::string_view text) {
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) return std::nullopt;
    const std::int64_t hours = (text[0] - '0') * 10 + (text[1] - '0'), minutes = (text[3] - '0') * 10 + (text[4] - '0');
    if (hours > 23 || minutes > 59) return std::nullopt;
    return hours * 60 + minutes;
}

std::string roman(std::int64_t level) {
    static constexpr std::array<const char*, 5> kNames{"", "Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"};
    return level >= 1 && level <= 4 ? kNames[static_cast<std::size_t>(level)] : "";
}

std::string colour_zh(TriggerColour colour) {
    static constexpr std::array<const char*, 5> kNames{"", "蓝色", "黄色", "橙色", "红色"};
    return kNames[static_cast<std::size_t>(colour)];
}

std::string step_place(const PlanLevel& level, std::size_t index) {
    return fmt::format("{}级 · 步骤 {} {}", roman(level.level), index + 1, level.steps[index].title);
}

}  // namespace anlan::plan
