#include <fmt/format.h>

#include <set>

#include "programme/measures.hpp"
#include "programme/paper.hpp"

/// 八、宣教 (H1–H5).
namespace anlan::programme {

namespace {

std::optional<Measured> content(const Ground& ground) {
    std::set<std::string> kinds;
    for (const auto& each : rows_of<Exhibit>(ground.rows, "exhibits")) kinds.insert(each.kind);
    auto measured = short_of(static_cast<std::int64_t>(kinds.size()), 4, 0.25);
    measured.zh = fmt::format("展项内容 {} 类（要求 4 类）", kinds.size());
    measured.en = fmt::format("exhibits of {} kinds (asked: 4)", kinds.size());
    if (measured.lost > 0) {
        measured.fix_zh = "补充展项并登记";
        measured.fix_en = "add exhibits and enter them";
    }
    return measured;
}

std::optional<Measured> activity(const Ground& ground) {
    std::vector<std::string> days;
    for (const auto& each : rows_of<Activity>(ground.rows, "activities"))
        if (each.day <= ground.today()) days.push_back(each.day);
    const auto empty = months_without(ground, days, 10);
    return Measured{
        0.15 * static_cast<double>(empty.size()),
        fmt::format("近 10 个月中 {} 个月有宣教活动", 10 - empty.size()),
        fmt::format("activities in {} of 10 months", 10 - empty.size()),
        empty.empty() ? "" : "每月至少一次活动并登记；最近缺 " + empty.front(),
        empty.empty() ? "" : "one activity a month, entered; last missing " + empty.front()};
}

std::optional<Measured> upkeep(const Ground& ground) {
    const auto exhibits = rows_of<Exhibit>(ground.rows, "exhibits");
    if (exhibits.empty())
        return Measured{
            kAll, "没有登记展项", "no exhibits on record", "登记展项和检查日期", "enter exhibits and their checks"};
    std::int64_t unchecked = 0, broken = 0;
    for (const auto& each : exhibits) {
        unchecked += each.checked < ground.days_ago(31);
        broken += !each.fault_since.empty() && each.fault_since < ground.days_ago(7);
    }
    return Measured{
        0.1 * static_cast<double>(unchecked + broken),
        fmt::format("展项 {} 件，逾月未检查 {} 件，故障超 7 天 {} 件", exhibits.size(), unchecked, broken),
        fmt::format(
            "{} exhibits, {} not checked for a month, {} broken for over 7 days", exhibits.size(), unchecked, broken
        ),
        unchecked + broken > 0 ? "每月检查展项，故障 7 日内修复" : "",
        unchecked + broken > 0 ? "check them monthly, repair within 7 days" : ""};
}

std::optional<Measured> effect(const Ground& ground) {
    std::int64_t visitors = 0;
    for (const auto& each : rows_of<Activity>(ground.rows, "activities"))
        if (each.day.substr(0, 4) == ground.this_year() && each.day <= ground.today()) visitors += each.people;
    return Measured{
        visitors > 0 ? 0.0 : 0.5,
        fmt::format("今年接待和参与 {} 人次", visitors),
        fmt::format("{} visitors this year", visitors),
        visitors > 0 ? "" : "登记活动人次",
        visitors > 0 ? "" : "enter how many came"};
}

}  // namespace

void add_venue_measures(Measures& all) {
    all["H2"] = &content;
    all["H3"] = &activity;
    all["H4"] = &upkeep;
    all["H5"] = &effect;
}

}  // namespace anlan::programme
