#include "plan/match.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anlan::plan {

namespace {

bool names(const Plan& plan, std::string_view hazard) {
    return std::find(plan.hazards.begin(), plan.hazards.end(), hazard) != plan.hazards.end();
}

bool stands_here(const Plan& plan, const Occasion& occasion) {
    if (plan.area.empty() || occasion.areas.empty()) return true;
    const auto area = parse_area(plan.area);
    return area && std::any_of(occasion.areas.begin(), occasion.areas.end(), [&](const AreaCode& touched) {
               return touched.overlaps(area.value());
           });
}

bool reaches(std::int64_t grade, std::int64_t wanted) {
    return grade > 0 && wanted > 0 && grade <= wanted;
}

bool holds(const Trigger& trigger, const Occasion& occasion) {
    if (occasion.alarm_grade == 0 && !trigger.hazard.empty() && trigger.hazard != occasion.hazard) return false;
    switch (trigger.kind) {
        case TriggerKind::warning:
            return trigger.colour != TriggerColour::none && occasion.weather_level == 0 &&
                   occasion.colour >= trigger.colour;
        case TriggerKind::weather_level:
            return reaches(occasion.weather_level, trigger.grade);
        case TriggerKind::order:
            return reaches(occasion.ordered_level, trigger.grade);
        case TriggerKind::incident:
            return reaches(occasion.incident_grade, trigger.grade);
        case TriggerKind::sensor:
            return !trigger.measure.empty() && trigger.measure == occasion.measure &&
                   reaches(occasion.alarm_grade, trigger.grade == 0 ? 1 : trigger.grade);
    }
    return false;
}

struct Words {
    std::string zh, en;
};

/// "台风红色预警", "防台风Ⅱ级响应命令", "较大事故".
Words said(const Occasion& occasion, TriggerKind kind, TriggerColour colour, std::int64_t grade) {
    static constexpr std::array<const char*, 5> kGrades{"", "特别重大", "重大", "较大", "一般"};
    const auto& zh = occasion.hazard_name_zh;
    const auto& en = occasion.hazard_name_en;
    const auto index = static_cast<std::size_t>(std::clamp<std::int64_t>(grade, 0, 4));
    switch (kind) {
        case TriggerKind::order:
            return {zh + roman(grade) + "级响应命令", en + " order at level " + roman(grade)};
        case TriggerKind::incident:
            return {zh + kGrades[index] + "险情或事故", en + " incident of grade " + roman(grade)};
        case TriggerKind::sensor:
            return {occasion.hazard_name_zh, occasion.hazard_name_en};
        case TriggerKind::weather_level:
            return {zh + "预警" + roman(grade) + "级", en + " weather warning level " + roman(grade)};
        default:
            return {zh + colour_zh(colour) + "预警", to_text(colour) + " " + en + " warning"};
    }
}

std::int64_t grade_of(const Occasion& occasion, TriggerKind kind) {
    if (kind == TriggerKind::order) return occasion.ordered_level;
    return kind == TriggerKind::incident ? occasion.incident_grade : occasion.weather_level;
}

Called called(const Plan& plan, const Occasion& occasion, std::int64_t level, const Words& got, const Words& wanted) {
    const auto& title_en = plan.title_en.empty() ? plan.title : plan.title_en;
    return {
        plan.id,
        level,
        fmt::format(
            "{} {} ≥ 预案触发条件“{}”→ {}级（{}）", occasion.source_name, got.zh, wanted.zh, roman(level), plan.title
        ),
        fmt::format(
            "{} from {} meets the trigger \"{}\" → level {} of \"{}\"",
            got.en,
            occasion.source_name,
            wanted.en,
            roman(level),
            title_en
        )};
}

Called by_trigger(const Plan& plan, const Occasion& occasion, std::int64_t level, const Trigger& trigger) {
    const auto got = said(occasion, trigger.kind, occasion.colour, grade_of(occasion, trigger.kind));
    if (trigger.kind == TriggerKind::sensor) return called(plan, occasion, level, got, {trigger.text, trigger.text});
    return called(plan, occasion, level, got, said(occasion, trigger.kind, trigger.colour, trigger.grade));
}

/// A plan that says nothing about warnings follows the policy's map from colours to levels.
std::optional<Called> by_default(const Plan& plan, const Occasion& occasion, const ColourLevels& defaults) {
    if (occasion.colour == TriggerColour::none || occasion.weather_level != 0) return std::nullopt;
    for (const auto& level : plan.levels)
        for (const auto& trigger : level.triggers)
            if (trigger.kind == TriggerKind::warning) return std::nullopt;
    const auto wanted = defaults.of[static_cast<std::size_t>(occasion.colour)];
    std::int64_t nearest = 5;
    for (const auto& level : plan.levels)
        if (wanted > 0 && level.level >= wanted) nearest = std::min(nearest, level.level);
    if (nearest == 5) return std::nullopt;
    const auto got = said(occasion, TriggerKind::warning, occasion.colour, 0);
    return called(plan, occasion, nearest, got, {"按颜色对应级别的默认规则", "the default level for the colour"});
}

}  // namespace

std::optional<Called> match(const Plan& plan, const Occasion& occasion, const ColourLevels& defaults) {
    // An alarm speaks of a measure, not of a hazard: which plans care about it their triggers say.
    const bool alarm = occasion.alarm_grade != 0;
    if (!alarm && !names(plan, occasion.hazard) && !names(plan, kAnyHazard)) return std::nullopt;
    if (!stands_here(plan, occasion)) return std::nullopt;
    std::optional<Called> worst;
    for (const auto& level : plan.levels) {
        if (worst && worst->level <= level.level) continue;
        const auto trigger = std::find_if(level.triggers.begin(), level.triggers.end(), [&](const Trigger& each) {
            return holds(each, occasion);
        });
        if (trigger != level.triggers.end()) worst = by_trigger(plan, occasion, level.level, *trigger);
    }
    return worst ? worst : by_default(plan, occasion, defaults);
}

std::vector<Called> match_all(const std::vector<Plan>& plans, const Occasion& occasion, const ColourLevels& defaults) {
    std::vector<Called> answers;
    for (const auto& plan : plans) {
        const bool stands_back =
            occasion.alarm_grade == 0 && !names(plan, occasion.hazard) &&
            std::any_of(plans.begin(), plans.end(), [&](const Plan& other) {
                return other.scope == plan.scope && names(other, occasion.hazard) && stands_here(other, occasion);
            });
        if (stands_back) continue;
        if (auto answer = match(plan, occasion, defaults)) answers.push_back(std::move(*answer));
    }
    return answers;
}

}  // namespace anlan::plan
