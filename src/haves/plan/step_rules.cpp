#include "plan/step_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "plan/order.hpp"

namespace anlan::plan {

namespace {

constexpr std::size_t kStepsMax = 200;
constexpr std::int64_t kMinutesMax = 30 * 24 * 60;

void judge_need(const Need& need, const std::string& path, FlawList& list) {
    if (!has_word(need_kinds(), need.kind))
        list.error(
            path,
            "choice_invalid",
            "kind 可选：stock、team、shelter、vehicle、device",
            "kind is stock, team, shelter, vehicle or device"
        );
    if (!std::isfinite(need.quantity) || need.quantity <= 0)
        list.error(path, "quantity_invalid", "需求要写明大于零的数量 quantity", "a need wants a quantity above zero");
    if (is_blank(need.what) && need.kind != "shelter")
        list.error(path, "need_empty", "需求要写明品名 what", "a need wants \"what\"");
}

void judge_deadline(const PlanLevel& level, const Step& step, const std::string& path, FlawList& list) {
    const auto& deadline = step.deadline;
    const auto here = path + ".deadline";
    if (deadline.minutes < 0)
        list.error(here, "deadline_negative", "时限不能为负", "a deadline cannot be negative");
    else if (deadline.minutes > kMinutesMax)
        list.error(here, "deadline_unreachable", "时限超过 30 天", "the deadline is more than 30 days away");
    if (!deadline.at.empty() && !clock_minutes(deadline.at))
        list.error(here, "clock_invalid", "at 应写成 \"18:00\"", "write \"at\" as \"18:00\"");
    if (!deadline.at.empty() && deadline.before_landfall_hours)
        list.error(
            here, "deadline_two", "at 和 before_landfall_hours 只能写一个", "give either at or before_landfall_hours"
        );
    if (deadline.before_landfall_hours &&
        (!std::isfinite(*deadline.before_landfall_hours) || *deadline.before_landfall_hours < 0 ||
         *deadline.before_landfall_hours > 240))
        list.error(here, "hours_invalid", "登陆前小时数应为 0 到 240", "hours before landfall are 0 to 240");
    if (deadline.after.empty()) return;
    if (step_of(level, deadline.after) == nullptr)
        list.error(
            here + ".after",
            "deadline_broken",
            fmt::format("时限引用的步骤“{}”不存在", deadline.after),
            fmt::format("the deadline refers to step \"{}\", which does not exist", deadline.after)
        );
    else if (!due_minutes(level, step))
        list.error(
            here + ".after", "deadline_broken", "时限互相引用，成了循环", "deadlines refer to one another in a circle"
        );
}

/// A step that may only begin when another is done cannot be due before it.
void judge_after(const PlanLevel& level, const Step& step, const std::string& path, FlawList& list) {
    const auto own = due_minutes(level, step);
    for (std::size_t i = 0; i < step.after.size(); ++i) {
        const auto here = fmt::format("{}.after[{}]", path, i);
        const auto* before = step_of(level, step.after[i]);
        if (before == nullptr) {
            list.error(
                here,
                "after_unknown",
                fmt::format("前置步骤“{}”不存在", step.after[i]),
                fmt::format("step \"{}\" does not exist", step.after[i])
            );
            continue;
        }
        const auto due_before = due_minutes(level, *before);
        if (own && due_before && *own < *due_before)
            list.warning(
                here,
                "deadline_too_early",
                fmt::format("“{}”的时限早于它的前置步骤“{}”", step.title, before->title),
                fmt::format("\"{}\" is due before \"{}\", which it waits for", step.title, before->title)
            );
    }
}

void judge_words(const Step& step, const std::string& path, FlawList& list) {
    if (!step.post.empty())
        list.known_word(path + ".post", "post_unusual", step.post, standard_posts(), "岗位", "post");
    if (!step.deputy_post.empty())
        list.known_word(path + ".deputy_post", "post_unusual", step.deputy_post, standard_posts(), "岗位", "post");
    if (!step.line.empty())
        list.known_word(path + ".line", "line_unusual", step.line, standard_lines(), "条线", "line");
    for (std::size_t i = 0; i < step.calls.size(); ++i)
        list.known_call(fmt::format("{}.calls[{}]", path, i), step.calls[i]);
    list.known_chapter(path + ".chapter", step.chapter);
}

void judge_confirmation(const PlanLevel& level, const Step& step, const std::string& path, FlawList& list) {
    if (step.confirmation == StepConfirmation::number && step.unit.empty())
        list.warning(
            path,
            "unit_missing",
            fmt::format("“{}”要填数但没有单位 unit", step.title),
            "a number is wanted without a unit"
        );
    if (step.number_wanted && (!std::isfinite(*step.number_wanted) || *step.number_wanted < 0))
        list.error(
            path + ".number_wanted", "quantity_invalid", "应达到的数不能为负", "the number wanted cannot be negative"
        );
    if (step.repeat_minutes < 0 || step.repeat_minutes > kMinutesMax)
        list.error(path + ".repeat_minutes", "deadline_negative", "重复间隔应为 0 到 30 天", "repeat is 0 to 30 days");
    else if (step.repeat_minutes > 0 && step.repeat_minutes >= level.expected_hours * 60)
        list.warning(
            path + ".repeat_minutes",
            "repeat_unreachable",
            fmt::format("“{}”的重复间隔长过本级预计时长", step.title),
            "the step would repeat only after the level is expected to end"
        );
}

void judge_step(const PlanLevel& level, const Step& step, const std::string& path, FlawList& list) {
    if (is_blank(step.title)) list.error(path, "title_empty", "步骤缺少名称 title", "the step has no title");
    if (step.post.empty() && step.line.empty())
        list.error(
            path,
            "nobody",
            fmt::format("步骤“{}”要写明岗位 post 或条线 line", step.title),
            fmt::format("step \"{}\" needs a post or a line", step.title)
        );
    if (step.title_en.empty())
        list.warning(
            path,
            "english_missing",
            fmt::format("步骤“{}”没有英文名称 title_en", step.title),
            "the step has no title_en"
        );
    if (is_blank(step.action))
        list.warning(
            path,
            "action_missing",
            fmt::format("步骤“{}”没有写怎么做 action", step.title),
            "the step says nothing to do"
        );
    judge_words(step, path, list);
    judge_confirmation(level, step, path, list);
    for (std::size_t i = 0; i < step.needs.size(); ++i)
        judge_need(step.needs[i], fmt::format("{}.needs[{}]", path, i), list);
    judge_deadline(level, step, path, list);
    judge_after(level, step, path, list);
}

/// Names two steps that must wait for each other, unless a deadline's own circle has said so already.
void judge_order(const PlanLevel& level, const std::string& path, FlawList& list) {
    const auto ids = circle(level);
    if (ids.empty()) return;
    for (const auto& step : level.steps)
        if (!step.deadline.after.empty() && !due_minutes(level, step)) return;
    std::string way;
    for (const auto& id : ids) way += (way.empty() ? "" : " → ") + id;
    const auto at =
        std::find_if(level.steps.begin(), level.steps.end(), [&](const Step& each) { return each.id == ids.front(); });
    list.error(
        fmt::format("{}.steps[{}]", path, at - level.steps.begin()),
        "steps_circular",
        "步骤互相等待，成了循环：" + way,
        "steps wait for one another in a circle: " + way
    );
}

}  // namespace

void judge_steps(const PlanLevel& level, const std::string& path, FlawList& list) {
    if (level.steps.empty()) return list.error(path, "steps_empty", "这一级没有步骤 steps", "this level has no steps");
    if (level.steps.size() > kStepsMax)
        return list.error(path + ".steps", "too_many", "一级最多 200 个步骤", "a level has at most 200 steps");
    std::set<std::string> ids;
    for (std::size_t i = 0; i < level.steps.size(); ++i) {
        const auto here = fmt::format("{}.steps[{}]", path, i);
        const auto& step = level.steps[i];
        if (step.id.empty())
            list.error(here, "id_missing", "步骤缺少 id", "the step has no id");
        else if (!ids.insert(step.id).second)
            list.error(
                here + ".id",
                "id_twice",
                fmt::format("步骤 id“{}”重复", step.id),
                fmt::format("step id \"{}\" is used twice", step.id)
            );
        judge_step(level, step, here, list);
    }
    judge_order(level, path, list);
    for (std::size_t i = 0; i < level.steps.size(); ++i) {
        const auto due = due_minutes(level, level.steps[i]);
        if (!due || *due <= level.expected_hours * 60 || level.expected_hours < 1) continue;
        list.warning(
            fmt::format("{}.steps[{}].deadline", path, i),
            "deadline_past_end",
            fmt::format("“{}”的时限在本级预计结束之后", level.steps[i].title),
            fmt::format("\"{}\" is due after the level is expected to end", level.steps[i].title)
        );
    }
}

}  // namespace anlan::plan
