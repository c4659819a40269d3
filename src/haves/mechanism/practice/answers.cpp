#include "practice/answers.hpp"

#include <algorithm>

#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::practice {

std::vector<ScenarioAnswer> scenarios_answer(store::Rows& rows) {
    std::vector<ScenarioAnswer> all;
    const auto pace = std::max(1.0, policy::number(rows, "practice.pace"));
    for (const auto& each : all_scenarios(rows)) {
        double limit = 0;
        for (const auto& step : each.steps) limit += static_cast<double>(policy::seconds(rows, step.limit).count());
        all.push_back(
            {each.key,
             each.title_zh,
             each.title_en,
             static_cast<std::int64_t>(each.steps.size()),
             static_cast<std::int64_t>(limit / pace),
             each.own}
        );
    }
    return all;
}

PracticeAnswer practice_answer(store::Rows& rows, const PracticeFacts& practice, const PersonId& reader) {
    const auto& started = practice.started;
    PracticeAnswer answer{
        practice.id.text,
        started.title_zh,
        started.title_en,
        organisation::person_name(rows, practice.person),
        practice.person == reader,
        practice.started_at,
        practice.ended_at,
        practice.state,
        static_cast<std::int64_t>(started.steps.size()),
        practice.step,
        practice.points,
        practice.in_time,
        {},
        moves_of(rows, practice.id)};
    if (practice.state != PracticeState::playing) return answer;
    const auto at = static_cast<std::size_t>(practice.step);
    const auto& step = started.steps.at(at);
    StepAnswer now{step.kind, step.told_zh, step.told_en, {}, {}, practice.step_at, {}};
    now.due = practice.step_at + std::chrono::seconds{started.limits_seconds.at(at)};
    for (const auto& option : step.options) {
        now.options_zh.push_back(option.zh);
        now.options_en.push_back(option.en);
    }
    answer.now = std::move(now);
    return answer;
}

}  // namespace anlan::practice
