#include "plan/check.hpp"

#include <fmt/format.h>

#include "plan/findings.hpp"
#include "plan/order.hpp"

namespace anlan::plan {

namespace {

/// 国办发〔2024〕5号: evaluated as a rule every three years; the policy pack holds the number.
void check_review(const Plan& plan, const Roster& roster, Findings& findings) {
    const auto reviewed = parse_time(plan.reviewed_on + "T00:00:00+08:00");
    if (!reviewed)
        findings.yellow(
            "review_unknown",
            "全文",
            {"没有写明最近一次评估修订日期", "the date of the last review is missing"},
            {"填写 reviewed_on", "fill in reviewed_on"}
        );
    else if (roster.now - reviewed.value() > roster.review_age_max)
        findings.red(
            "review_overdue",
            "全文",
            {fmt::format("上次评估修订是 {}，已超过规定周期", plan.reviewed_on),
             fmt::format("last reviewed on {}, longer ago than allowed", plan.reviewed_on)},
            {"组织评估修订，重新批准并备案", "review it, approve and file it again"}
        );
}

void check_deadline(const PlanLevel& level, std::size_t index, Findings& findings) {
    const auto& step = level.steps[index];
    const auto due = due_minutes(level, step);
    const auto where = step_place(level, index);
    if (!due)
        return findings.red(
            "deadline_broken",
            where,
            {fmt::format("“{}”的时限引用了不存在或循环的步骤", step.title),
             fmt::format("the deadline of \"{}\" refers to a missing or circular step", step.title)},
            {"改正 deadline 里的 after", "correct \"after\" in the deadline"},
            step.id
        );
    for (const auto& id : step.after) {
        const auto* before = step_of(level, id);
        const auto due_before = before == nullptr ? std::nullopt : due_minutes(level, *before);
        if (!due_before || *due >= *due_before) continue;
        findings.yellow(
            "deadline_too_early",
            where,
            {fmt::format(
                 "“{}”的时限（{} 分钟）早于它要等的“{}”（{} 分钟）", step.title, *due, before->title, *due_before
             ),
             fmt::format(
                 "\"{}\" is due at {} min, before \"{}\" at {} min, which it waits for",
                 step.title,
                 *due,
                 before->title,
                 *due_before
             )},
            {"把时限改成 {minutes, after: " + id + "}，或去掉前置步骤",
             "reckon the deadline from that step, or drop the dependency"},
            step.id
        );
    }
}

void check_level(const PlanLevel& level, Findings& findings) {
    const auto where = roman(level.level) + "级";
    if (level.triggers.empty())
        findings.yellow(
            "no_trigger",
            where,
            {where + "没有启动条件", fmt::format("level {} has no trigger", roman(level.level))},
            {"写明对应的预警颜色、上级命令或险情", "name the warning colour, order or observation"}
        );
    if (level.steps.empty())
        findings.red(
            "no_steps",
            where,
            {where + "没有步骤", fmt::format("level {} has no steps", roman(level.level))},
            {"补充步骤，每步写明岗位、时限和确认方式", "add steps with post, deadline and confirmation"}
        );
    for (std::size_t i = 0; i < level.steps.size(); ++i) check_deadline(level, i, findings);
    const auto ids = circle(level);
    if (ids.empty()) return;
    std::string way;
    for (const auto& id : ids) way += (way.empty() ? "" : " → ") + id;
    findings.red(
        "steps_circular",
        where,
        {"步骤互相等待：" + way, "steps wait for one another: " + way},
        {"去掉其中一个前置步骤", "drop one of the dependencies"},
        ids.front()
    );
}

}  // namespace

std::vector<Finding> check(const Plan& plan, const Roster& roster) {
    Findings findings(plan.id);
    check_review(plan, roster, findings);
    if (plan.levels.empty())
        findings.red(
            "no_levels",
            "全文",
            {"预案没有分级", "the plan has no levels"},
            {"补充Ⅳ–Ⅰ级的启动条件和步骤", "add levels with triggers and steps"}
        );
    for (const auto& level : plan.levels) check_level(level, findings);
    check_people(plan, roster, findings);
    check_needs(plan, roster, findings);
    return std::move(findings).take();
}

std::vector<Finding> check_coverage(const Roster& roster) {
    Findings findings("");
    for (const auto& village : roster.villages_without_plan)
        findings.yellow(
            "village_uncovered",
            village,
            {fmt::format("{}没有已批准的村级预案", village),
             fmt::format("no approved village plan covers {}", village)},
            {"批准一份村级预案（可用一页纸模板）", "approve a village plan; the one-page template will do"},
            village
        );
    for (const auto& shelter : roster.shelters_without_keeper)
        findings.red(
            "keeper_missing",
            shelter,
            {fmt::format("避灾点“{}”没有管理员", shelter), fmt::format("shelter \"{}\" has no keeper", shelter)},
            {"指定管理员，登记电话和钥匙", "name a keeper with telephone and keys"},
            shelter
        );
    return std::move(findings).take();
}

}  // namespace anlan::plan
