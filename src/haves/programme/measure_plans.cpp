#include <fmt/format.h>

#include <set>

#include "organisation/queries.hpp"
#include "plan/queries.hpp"
#include "policy/queries.hpp"
#include "programme/measures.hpp"
#include "programme/paper.hpp"
#include "response/queries.hpp"
#include "tasks/queries.hpp"
#include "warning/queries.hpp"

/// 六、预案 (F1–F7).
namespace anlan::programme {

namespace {

constexpr std::chrono::hours kDay{24};

std::optional<Measured> general_plan(const Ground& ground) {
    for (const auto& plan : plan::plans_standing(ground.rows)) {
        if (plan.kind != plan::PlanKind::general || plan.scope != "town" || !plan.approved_at) continue;
        const bool old = ground.now - *plan.approved_at > policy::seconds(ground.rows, "plan.evaluate");
        const bool filed = plan.filed_at.has_value();
        const bool in_time = ground.now - *plan.approved_at < policy::seconds(ground.rows, "plan.file");
        return Measured{
            (old ? 1.0 : 0.0) + (filed || in_time ? 0.0 : 1.0),
            fmt::format(
                "总体预案 {} 批准，{}", to_local(*plan.approved_at).substr(0, 10), filed ? "已备案" : "尚未备案"
            ),
            fmt::format(
                "general plan approved {}, {}",
                to_local(*plan.approved_at).substr(0, 10),
                filed ? "filed" : "not filed yet"
            ),
            old     ? "评估并修订总体预案"
            : filed ? ""
                    : "批准后 20 个工作日内报备并登记回执",
            old     ? "assess and revise it"
            : filed ? ""
                    : "file it within 20 working days and enter the receipt"};
    }
    return Measured{
        kAll,
        "没有批准的镇级总体预案",
        "no approved general plan",
        "在“预案”页完善并批准总体预案",
        "complete and approve it on the plans page"};
}

std::optional<Measured> coverage(const Ground& ground) {
    std::set<std::string> hazards;
    for (const auto& each : plan::approved_plans(ground.rows, "town"))
        for (const auto& hazard : each.plan.hazards)
            if (hazard != plan::kAnyHazard) hazards.insert(hazard);
    auto measured = short_of(static_cast<std::int64_t>(hazards.size()), 6, 0.25);
    measured.zh = fmt::format("专项预案覆盖 {} 类灾种（要求 6 类）", hazards.size());
    measured.en = fmt::format("special plans cover {} hazards (asked: 6)", hazards.size());
    if (measured.lost > 0) {
        measured.fix_zh = "按本镇主要风险补编专项预案";
        measured.fix_en = "write plans for the town's other main risks";
    }
    return measured;
}

std::optional<Measured> village_plans(const Ground& ground) {
    std::set<std::string> covered;
    bool everywhere = false;
    for (const auto& each : plan::approved_plans(ground.rows, "village")) {
        everywhere = everywhere || each.plan.area.empty();
        covered.insert(each.plan.area);
    }
    std::int64_t villages = 0, with_plan = 0;
    for (const auto& area : organisation::areas_below(ground.rows, ground.node.area)) {
        if (area.code == ground.node.area) continue;
        ++villages;
        with_plan += everywhere || covered.contains(area.code.text);
    }
    if (villages == 0) return std::nullopt;
    return Measured{
        2.0 * static_cast<double>(villages - with_plan) / static_cast<double>(villages),
        fmt::format("{} 个村（社区）中 {} 个有批准的预案", villages, with_plan),
        fmt::format("{} of {} villages have an approved plan", with_plan, villages),
        with_plan < villages ? "为其余村（社区）编制并批准预案" : "",
        with_plan < villages ? "write and approve plans for the others" : ""};
}

/// Risks, teams, stores, chain of command, contacts, transfers and shelters are live lists; what is empty is missing.
std::optional<Measured> annexes(const Ground& ground) {
    struct Annex {
        const char *zh, *list;
    };
    static constexpr Annex kAnnexes[] = {
        {"队伍清单", "teams"},
        {"物资清单", "stock"},
        {"避灾点表", "shelters"},
        {"转移表", "households"},
        {"社会力量表", "forces"}};
    std::string missing;
    Measured measured;
    for (const auto& annex : kAnnexes) {
        if (!registers::kept_rows(ground.rows, annex.list).empty()) continue;
        measured.lost += 0.25;
        missing += missing.empty() ? annex.zh : std::string("、") + annex.zh;
    }
    measured.zh = missing.empty() ? "预案附件随名册实时生成，无缺项" : "附件为空：" + missing;
    measured.en = missing.empty() ? "the annexes follow the lists; none is empty" : "empty annexes: " + missing;
    if (!missing.empty()) {
        measured.fix_zh = "在名册中登记" + missing;
        measured.fix_en = "fill the lists they follow";
    }
    return measured;
}

std::optional<Measured> exercises(const Ground& ground) {
    std::int64_t held = 0;
    for (const auto& each : warning::drills(ground.rows))
        if (each.ended_at && to_local(each.started_at).substr(0, 4) == ground.this_year()) ++held;
    auto measured = short_of(held, 2, 0.5);
    measured.zh = fmt::format("今年结束的演练 {} 次（要求 2 次）", held);
    measured.en = fmt::format("{} exercises ended this year (asked: 2)", held);
    if (measured.lost > 0) {
        measured.fix_zh = "在系统中以演练方式开展，结束后评估";
        measured.fix_en = "hold them as drills in the system and assess them afterwards";
    }
    return measured;
}

/// From activation to the last of the tasks that begin with it.
std::optional<Measured> digital_plan(const Ground& ground) {
    const auto limit = policy::seconds(ground.rows, "activation.tasks_issued");
    std::int64_t activated = 0, slow = 0, ownerless = 0;
    for (const auto& each : response::find_responses(ground.rows, {World::real(), "", 0, 200})) {
        if (!each.activated_at || each.declined || ground.now - *each.activated_at > 365 * kDay) continue;
        ++activated;
        const auto tasks = tasks::tasks_of(ground.rows, each.id.text);
        slow += tasks.empty() || tasks.front().started_at - *each.activated_at > limit;
        for (const auto& task : tasks) ownerless += task.owner.empty();
    }
    if (activated == 0) return std::nullopt;
    return Measured{
        (slow > 0 ? 0.5 : 0) + 0.2 * static_cast<double>(ownerless),
        fmt::format("近一年启动响应 {} 次，任务下发超时 {} 次，无人负责的任务 {} 项", activated, slow, ownerless),
        fmt::format("{} responses in a year; tasks late in {}, {} tasks without an owner", activated, slow, ownerless),
        slow + ownerless > 0 ? "补齐预案步骤的责任岗位" : "",
        slow + ownerless > 0 ? "name a post for each step of the plan" : ""};
}

}  // namespace

void add_plan_measures(Measures& all) {
    all["F1"] = &general_plan;
    all["F2"] = &coverage;
    all["F3"] = &village_plans;
    all["F4"] = &annexes;
    all["F5"] = &exercises;
    all["F6"] = &digital_plan;
}

}  // namespace anlan::programme
