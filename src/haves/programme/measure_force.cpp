#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "programme/measures.hpp"
#include "programme/paper.hpp"
#include "rescue/queries.hpp"
#include "rescue/training_queries.hpp"

/// 五、救援队 (E1–E7), and the rosters of A6.
namespace anlan::programme {

namespace {

std::optional<Measured> team(const Ground& ground) {
    std::int64_t most = 0;
    bool led = false;
    for (const auto& each : rescue::teams_of(ground.rows)) {
        if (each.members < most) continue;
        most = each.members;
        led = !each.leader.empty();
    }
    if (most == 0)
        return Measured{
            kAll,
            "没有登记救援队",
            "no rescue team on record",
            "在“救援队伍”名册登记本镇救援队",
            "enter the town's team"};
    auto measured = short_of((most + 1) / 2, 10, 0.2);
    if (!led) measured.lost += 0.2;
    measured.zh = fmt::format("最大一支队伍 {} 人（要求 20 人），{}队长", most, led ? "已定" : "未定");
    measured.en =
        fmt::format("the largest team has {} members (asked: 20), {} leader", most, led ? "with a" : "without a");
    if (measured.lost > 0) {
        measured.fix_zh = "补足队员并指定队长";
        measured.fix_en = "bring the team to 20 and name its leader";
    }
    return measured;
}

std::optional<Measured> skills(const Ground& ground) {
    struct Skill {
        const char *zh, *word;
    };
    static constexpr Skill kSkills[] = {
        {"防汛排涝", "排涝"}, {"火灾扑救", "灭火"}, {"水上救援", "水上"}, {"破拆", "破拆"}, {"急救", "急救"}};
    const auto teams = rescue::teams_of(ground.rows);
    std::string missing;
    Measured measured;
    for (const auto& skill : kSkills) {
        bool found = false;
        for (const auto& each : teams) found = found || rescue::can(each, skill.word);
        if (found) continue;
        measured.lost += 0.3;
        missing += missing.empty() ? skill.zh : std::string("、") + skill.zh;
    }
    measured.zh = missing.empty() ? "五类专长齐全" : "没有专长：" + missing;
    measured.en = missing.empty() ? "all five skills are there" : "skills missing: " + missing;
    if (!missing.empty()) {
        measured.fix_zh = "培训或引进" + missing + "，在队伍名册写明专长";
        measured.fix_en = "train them or bring them in, and write the skill in the list of teams";
    }
    return measured;
}

std::optional<Measured> training(const Ground& ground) {
    std::vector<std::string> days;
    double hours = 0;
    for (const auto& each : rows_of<Training>(ground.rows, "trainings")) {
        if (each.kind != "队伍训练" || each.day > ground.today() || each.day < ground.days_ago(365)) continue;
        days.push_back(each.day);
        hours += each.hours;
    }
    for (const auto& held : rescue::trainings_held(ground.rows)) {
        if (held.day > ground.today() || held.day < ground.days_ago(365)) continue;
        days.push_back(held.day);
        hours += held.hours;
    }
    std::sort(days.begin(), days.end());
    const auto empty = months_without(ground, days, 12);
    return Measured{
        0.2 * static_cast<double>(empty.size()),
        fmt::format("近 12 个月中 {} 个月有队伍训练，共 {} 小时（要求每月、24 小时）", 12 - empty.size(), hours),
        fmt::format("trained in {} of 12 months, {} h (asked: monthly, 24 h)", 12 - empty.size(), hours),
        empty.empty() ? "" : "每月训练一次并登记；最近缺 " + empty.front(),
        empty.empty() ? "" : "train monthly and enter it; last missing " + empty.front()};
}

std::optional<Measured> social_teams(const Ground& ground) {
    const auto agreement = document_in_force(ground, "救援队协议");
    bool joint = false;
    for (const auto& each : rows_of<Training>(ground.rows, "trainings"))
        joint = joint || (each.kind == "联合训练" && each.day >= ground.days_ago(365) && each.day <= ground.today());
    for (const auto& held : rescue::trainings_held(ground.rows))
        joint = joint || (held.kind == rescue::TrainingKind::joint && held.day >= ground.days_ago(365));
    return Measured{
        (agreement ? 0.0 : 1.0) + (joint ? 0.0 : 0.5),
        fmt::format("社会救援队协议{}，近一年联训{}", agreement ? "在有效期" : "没有", joint ? "已开展" : "没有"),
        fmt::format("agreement {}, joint training {}", agreement ? "in force" : "missing", joint ? "held" : "missing"),
        agreement && joint ? "" : "签订协议、每年联训一次并登记",
        agreement && joint ? "" : "agree, train together once a year, and enter both"};
}

/// 微型消防站, 民兵, 企业专职队, 物业保安 in the list of teams or of social forces.
std::optional<Measured> linked_teams(const Ground& ground) {
    const auto teams = rescue::teams_of(ground.rows);
    const auto forces = registers::kept_rows(ground.rows, "forces");
    std::string missing;
    Measured measured;
    for (const auto* kind : {"微型消防站", "民兵", "企业", "物业"}) {
        bool found = false;
        for (const auto& each : teams) found = found || rescue::can(each, kind);
        for (const auto& each : forces) found = found || json::serialize(each.values).find(kind) != std::string::npos;
        if (found) continue;
        measured.lost += 0.3;
        missing += missing.empty() ? kind : std::string("、") + kind;
    }
    measured.zh = missing.empty() ? "四类联动力量均有名册" : "没有名册：" + missing;
    measured.en = missing.empty() ? "all four kinds have a roster" : "no roster: " + missing;
    if (!missing.empty()) {
        measured.fix_zh = "在“社会力量”登记" + missing;
        measured.fix_en = "enter them under Social forces";
    }
    return measured;
}

std::optional<Measured> rosters(const Ground& ground) {
    const auto forces = registers::kept_rows(ground.rows, "forces");
    std::string missing;
    Measured measured;
    for (const auto* kind : {"党员", "工会", "志愿", "网格员", "安全员", "护林员", "巡防"}) {
        bool found = false;
        for (const auto& each : forces) found = found || json::serialize(each.values).find(kind) != std::string::npos;
        if (found) continue;
        measured.lost += 0.2;
        missing += missing.empty() ? kind : std::string("、") + kind;
    }
    measured.zh = missing.empty() ? "各类力量名册齐全" : "没有名册：" + missing;
    measured.en = missing.empty() ? "rosters of all forces are there" : "no roster: " + missing;
    if (!missing.empty()) {
        measured.fix_zh = "在“社会力量”登记" + missing;
        measured.fix_en = "enter them under Social forces";
    }
    return measured;
}

}  // namespace

void add_force_measures(Measures& all) {
    all["A6"] = &rosters;
    all["E1"] = &team;
    all["E2"] = &skills;
    all["E4"] = &training;
    all["E6"] = &social_teams;
    all["E7"] = &linked_teams;
}

}  // namespace anlan::programme
