#include "exercise/measures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "calls/queries.hpp"
#include "exercise/verdict.hpp"
#include "rescue/callout_queries.hpp"
#include "response/queries.hpp"
#include "shelter/balance_queries.hpp"
#include "tasks/queries.hpp"

namespace anlan::exercise {

namespace {

std::int64_t share(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0 : part * 100 / whole;
}

/// Nine of ten answered in time are full marks (叫应 C8); below that in proportion.
std::optional<Measured> calls_in_time(store::Rows& rows, const World& drill, const Inject& inject, Instant given) {
    const auto sum = calls::answers_in(rows, drill, given, std::chrono::seconds{inject.pass_seconds});
    if (sum.total == 0) return std::nullopt;
    const auto percent = share(sum.in_time, sum.total);
    return Measured{
        percent >= 90 ? 100 : percent,
        fmt::format(
            "叫应 {} 人，{} 秒内应答 {} 人（{}%），升级 {} 次",
            sum.total,
            inject.pass_seconds,
            sum.in_time,
            percent,
            sum.escalated
        )};
}

std::optional<Measured> tasks_in_time(store::Rows& rows, const World& drill, Instant given, Instant now) {
    constexpr std::chrono::hours kLongest{72};
    std::int64_t due = 0, good = 0;
    for (const auto& task : tasks::due_between(rows, drill, given, now + kLongest)) {
        const bool done = task.done_at.has_value();
        if (!done && task.due_at > now) continue;  // still has its time
        ++due;
        good += done && *task.done_at <= task.due_at;
    }
    if (due == 0) return std::nullopt;
    return Measured{
        share(good, due), fmt::format("到期任务 {} 项，按时完成 {} 项（{}%）", due, good, share(good, due))};
}

std::optional<Measured> turnout(store::Rows& rows, const World& drill, const Inject& inject) {
    const auto sum = rescue::turnouts_in(rows, drill);
    if (sum.teams == 0) return std::nullopt;
    if (sum.turned_out == 0) return Measured{0, fmt::format("叫 {} 支队伍，还没有到位", sum.teams)};
    const bool all = sum.turned_out == sum.teams;
    const bool good = sum.slowest_seconds <= inject.pass_seconds;
    return Measured{
        all && good ? 100 : share(sum.turned_out, sum.teams) / (good ? 1 : 2),
        fmt::format(
            "叫 {} 支队伍，到位 {} 支，最慢 {} 分 {:02} 秒",
            sum.teams,
            sum.turned_out,
            sum.slowest_seconds / 60,
            sum.slowest_seconds % 60
        )};
}

/// Everybody on the lists has a result.
std::optional<Measured> heads(store::Rows& rows, const World& drill) {
    const auto people = shelter::balance_of(rows, drill);
    if (people.listed == 0) return std::nullopt;
    const auto open = people.waiting + people.told + people.under_way;
    return Measured{
        share(people.listed - open, people.listed),
        fmt::format("名单 {} 人，已有结果 {} 人", people.listed, people.listed - open)};
}

std::optional<Measured> started(store::Rows& rows, const World& drill, const Inject& inject, Instant given) {
    response::ResponseFilter filter;
    filter.world = drill;
    std::optional<std::int64_t> quickest;
    for (const auto& each : response::find_responses(rows, filter))
        if (each.activated_at && *each.activated_at >= given) {
            const auto took = std::chrono::duration_cast<std::chrono::seconds>(*each.activated_at - given).count();
            quickest = std::min(quickest.value_or(took), took);
        }
    if (!quickest) return std::nullopt;
    return Measured{*quickest <= inject.pass_seconds ? 100 : 50, fmt::format("注入后 {} 秒启动响应", *quickest)};
}

}  // namespace

std::optional<Measured> measured(
    store::Rows& rows, const World& drill, const Inject& inject, Instant given, Instant now
) {
    switch (inject.measure) {
        case Measure::observed:
            return std::nullopt;
        case Measure::calls:
            return calls_in_time(rows, drill, inject, given);
        case Measure::tasks:
            return tasks_in_time(rows, drill, given, now);
        case Measure::turnout:
            return turnout(rows, drill, inject);
        case Measure::heads:
            return heads(rows, drill);
        case Measure::response:
            return started(rows, drill, inject, given);
    }
    return std::nullopt;
}

std::vector<Verdict> verdicts_of(store::Rows& rows, const ExerciseFacts& exercise, Instant now) {
    std::vector<Verdict> all;
    const auto given = given_in(rows, exercise.id);
    const auto seen = observed_in(rows, exercise.id);
    for (std::size_t i = 0; i < exercise.sheet.injects.size(); ++i) {
        const auto index = static_cast<std::int64_t>(i);
        std::vector<Mark> marks;
        for (const auto& each : seen)
            if (each.at_index == index) marks.push_back(each.mark);
        std::optional<Measured> told;
        for (const auto& each : given)
            if (each.at_index == index)
                told = measured(rows, World::stored(exercise.drill), exercise.sheet.injects[i], each.at, now);
        all.push_back(verdict(index, told ? std::optional(told->points) : std::nullopt, marks));
        if (told) all.back().measured = told->words;
    }
    return all;
}

}  // namespace anlan::exercise
