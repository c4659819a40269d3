#include <algorithm>
#include <set>

#include "programme/building_commands.hpp"
#include "programme/building_queries.hpp"
#include "programme/queries.hpp"

namespace anlan::programme {

using journal::Decision;
using journal::Desk;

std::string_view shipped_build_plan_json();

namespace {

Refusal bad_task(const std::string& id, const char* zh, const char* en) {
    return refuse("task_invalid", "plan", "任务 " + id + "：" + zh, "task " + id + ": " + en);
}

Result<void> task_fits(const BuildTask& task, const BuildPlan& plan, std::set<std::string>& ids) {
    if (task.id.empty() || task.title_zh.empty() || !ids.insert(task.id).second)
        return bad_task(task.id, "编号和名称必填，编号不能重复", "needs a title and an id of its own");
    const auto begin = day_number(task.begin), end = day_number(task.end);
    if (!begin || !end || *end < *begin) return bad_task(task.id, "起止日期不对", "its dates are not right");
    if (std::ranges::count(plan.phases, task.phase, &Phase::id) == 0)
        return bad_task(task.id, "没有这个阶段", "there is no such phase");
    for (const auto& before : task.after)
        if (std::ranges::count(plan.tasks, before, &BuildTask::id) == 0)
            return bad_task(task.id, "前置任务不存在", "it waits for a task that is not there");
    return done();
}

Result<void> plan_fits(const BuildPlan& plan) {
    std::set<std::string> ids;
    for (const auto& task : plan.tasks) {
        BOOST_OUTCOME_TRYV(task_fits(task, plan, ids));
    }
    if (!plan.tasks.empty() && in_order(plan.tasks).empty())
        return bad_task(plan.tasks.front().id, "前置关系成环", "the tasks wait for each other in a circle");
    return done();
}

}  // namespace

const BuildPlan& shipped_build_plan() {
    static const BuildPlan plan = [] {
        auto read = from_json_text<BuildPlan>(shipped_build_plan_json());
        ensure(read.has_value(), "the shipped building plan reads");
        return std::move(read.value());
    }();
    return plan;
}

Result<Decision> decide(const AdoptBuildPlan& wish, const Desk& desk) {
    if (desk.node.level() != Level::county)
        return refuse("not_at_this_level", "", "建设方案由县级下达", "the county adopts the building plan");
    const auto& plan = wish.plan ? *wish.plan : shipped_build_plan();
    BOOST_OUTCOME_TRYV(plan_fits(plan));
    return journal::decided(journal::event("building/" + std::to_string(plan.year), BuildPlanAdopted{plan}));
}

Result<Decision> decide(const ReportBuildTask& wish, const Desk& desk) {
    const auto plan = build_plan(desk.views, wish.year);
    if (!plan || wish.year == 0 || !is_station(desk.node))
        return refuse("plan_unknown", "year", "没有这一年的建设方案", "there is no building plan of this year");
    const auto task = std::ranges::find(plan->tasks, wish.task, &BuildTask::id);
    if (task == plan->tasks.end())
        return refuse("task_unknown", "task", "方案里没有这项任务", "the plan has no such task");
    if (!day_number(wish.day) || wish.day > to_local(desk.now).substr(0, 10))
        return refuse("day_invalid", "day", "日期应是不晚于今天的真实日期", "the day must be real and not to come");
    if (wish.state == BuildState::done) {
        const auto progress = progress_of(desk.views, {}, wish.year);
        for (const auto& before : task->after) {
            const auto told = progress.find(before);
            if (told == progress.end() || told->second.state != BuildState::done)
                return refuse(
                    "predecessor_open",
                    "task",
                    "前置任务 " + before + " 还没有完成",
                    "task " + before + " before it is not done yet"
                );
        }
    }
    const bool late = wish.day > (wish.state == BuildState::done ? task->end : task->begin);
    const auto note = wish.note.value_or("");
    if (late && note.empty())
        return refuse("note_empty", "note", "晚于计划，请写明原因", "it is later than planned; say why");
    return journal::decided(journal::event(
        "building/" + std::to_string(wish.year) + "/" + wish.task,
        BuildTaskReported{wish.year, wish.task, wish.state, wish.day, note}
    ));
}

}  // namespace anlan::programme
