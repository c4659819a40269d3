#include "plan/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "plan/step_rules.hpp"
#include "plan/vocabulary.hpp"
#include "sensors/events.hpp"

namespace anlan::plan {

namespace {

constexpr std::int64_t kHoursMax = 60 * 24;

bool is_code(const std::string& text) {
    return !text.empty() && text.size() <= 60 &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string::npos;
}

void judge_hazards(const Plan& plan, FlawList& list) {
    if (plan.hazards.empty()) list.error("hazards", "hazards_empty", "缺少灾种 hazards", "hazards are missing");
    for (std::size_t i = 0; i < plan.hazards.size(); ++i)
        list.known_word(
            fmt::format("hazards[{}]", i), "hazard_unknown", plan.hazards[i], standard_hazards(), "灾种", "hazard"
        );
}

void judge_area(const Plan& plan, FlawList& list) {
    if (plan.scope != "town" && plan.scope != "village")
        list.error(
            "scope", "choice_invalid", "scope 只能是 town（镇级）或 village（村级）", "scope is town or village"
        );
    if (plan.area.empty()) return;
    if (const auto area = parse_area(plan.area); !area)
        list.error("area", "area_invalid", "area 应为统计用区划代码：" + area.error().zh, area.error().en);
}

void judge_head(const Plan& plan, FlawList& list) {
    if (!is_code(plan.id))
        list.error(
            "id",
            "id_invalid",
            "id 只能用小写字母、数字、- 和 _，最多 60 个",
            "an id has lower-case letters, digits, - and _, at most 60"
        );
    if (is_blank(plan.title)) list.error("title", "title_empty", "缺少名称 title", "the title is missing");
    judge_area(plan, list);
    judge_hazards(plan, list);
    if (plan.owner_post.empty())
        list.warning("owner_post", "owner_missing", "没有写明由哪个岗位管理 owner_post", "owner_post is missing");
    else
        list.known_word("owner_post", "post_unusual", plan.owner_post, standard_posts(), "岗位", "post");
    if (plan.basis.empty()) list.warning("basis", "basis_missing", "没有写明编制依据 basis", "the basis is missing");
    if (plan.reviewed_on.empty())
        list.warning(
            "reviewed_on",
            "review_unknown",
            "没有写明最近评估日期 reviewed_on",
            "the date of the last review is missing"
        );
    else if (plan.reviewed_on.size() != 10 || !parse_time(plan.reviewed_on + "T00:00:00+08:00"))
        list.error("reviewed_on", "date_invalid", "日期应写成 2026-04-10", "write the date as 2026-04-10");
    if (plan.title_en.empty()) list.warning("title_en", "english_missing", "没有英文名称", "there is no English title");
}

void judge_trigger(const Trigger& trigger, const std::string& path, FlawList& list) {
    if (trigger.grade < 0 || trigger.grade > 4)
        list.error(path + ".grade", "grade_invalid", "grade 应为 1（最重）到 4", "a grade is 1 (worst) to 4");
    if (!trigger.hazard.empty())
        list.known_word(path + ".hazard", "hazard_unknown", trigger.hazard, standard_hazards(), "灾种", "hazard");
    if (trigger.kind == TriggerKind::warning && trigger.colour == TriggerColour::none)
        list.error(path, "trigger_empty", "预警触发要写明颜色 colour", "a warning trigger needs a colour");
    else if (trigger.kind == TriggerKind::sensor && is_blank(trigger.text))
        list.error(path, "trigger_empty", "监测触发要用 text 写明条件", "a sensor trigger needs its condition in text");
    else if (!trigger.measure.empty() && (trigger.kind != TriggerKind::sensor || !enum_from<sensors::Measure>(trigger.measure)))
        list.error(
            path + ".measure",
            "measure_unknown",
            "measure 只用于监测触发，应为 " + reflect::choices_of<sensors::Measure>() + " 之一",
            "measure goes with a sensor trigger and is one of " + reflect::choices_of<sensors::Measure>()
        );
    else if (trigger.kind != TriggerKind::warning && trigger.kind != TriggerKind::sensor && trigger.grade == 0)
        list.error(path, "trigger_empty", "这种触发要写明级别 grade", "this trigger needs a grade");
}

void judge_level(const PlanLevel& level, const std::string& path, FlawList& list) {
    if (level.triggers.empty())
        list.warning(
            path,
            "no_trigger",
            fmt::format("{}级没有启动条件", roman(level.level)),
            fmt::format("level {} has no trigger", roman(level.level))
        );
    for (std::size_t i = 0; i < level.triggers.size(); ++i)
        judge_trigger(level.triggers[i], fmt::format("{}.triggers[{}]", path, i), list);
    if (level.expected_hours < 1 || level.expected_hours > kHoursMax)
        list.error(
            path + ".expected_hours", "hours_invalid", "预计时长应为 1 到 1440 小时", "expected_hours is 1 to 1440"
        );
    if (level.measures.empty())
        list.warning(path, "measures_missing", "没有一句话措施 measures（启动时要公布）", "measures are missing");
    for (std::size_t i = 0; i < level.calls.size(); ++i)
        list.known_call(fmt::format("{}.calls[{}]", path, i), level.calls[i]);
    judge_steps(level, path, list);
}

}  // namespace

std::vector<Flaw> flaws(const Plan& plan) {
    FlawList list;
    judge_head(plan, list);
    if (plan.levels.empty())
        list.error("levels", "levels_empty", "至少要有一个级别 levels", "at least one level is wanted");
    std::set<std::int64_t> seen;
    for (std::size_t i = 0; i < plan.levels.size(); ++i) {
        const auto path = fmt::format("levels[{}]", i);
        const auto number = plan.levels[i].level;
        if (number < 1 || number > 4)
            list.error(path + ".level", "level_invalid", "级别应为 1（Ⅰ）到 4（Ⅳ）", "a level is 1 (Ⅰ) to 4 (Ⅳ)");
        else if (!seen.insert(number).second)
            list.error(
                path + ".level", "level_twice", fmt::format("{}级写了两次", roman(number)), "a level is written twice"
            );
        judge_level(plan.levels[i], path, list);
    }
    for (std::size_t i = 0; i < plan.chapters.size(); ++i)
        list.known_chapter(fmt::format("chapters[{}].title", i), plan.chapters[i].title);
    return std::move(list).take();
}

}  // namespace anlan::plan
