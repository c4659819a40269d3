#include <fmt/format.h>

#include <set>

#include "organisation/queries.hpp"
#include "policy/queries.hpp"
#include "programme/measures.hpp"
#include "programme/paper.hpp"

/// 一、机构 (A1–A8).
namespace anlan::programme {

namespace {

std::optional<Measured> founding(const Ground& ground) {
    const auto document = document_in_force(ground, "设站文件");
    if (!document)
        return Measured{
            kAll,
            "没有登记设站文件",
            "no founding document on record",
            "在“文件与制度”登记设站文件的文号和签发日期",
            "enter number and date of the founding document under Documents and rules"};
    return Measured{
        0,
        fmt::format("设站文件 {}，{} 签发", document->number, document->issued),
        fmt::format("founding document {}, issued {}", document->number, document->issued),
        {},
        {}};
}

/// One natural person fills one post only.
std::optional<Measured> posts(const Ground& ground) {
    std::set<std::string> people, full_time;
    for (const auto& post : organisation::posts_at(ground.rows, ground.node.area)) {
        if (post.holder.empty()) continue;
        people.insert(post.holder.text);
        if (post.full_time) full_time.insert(post.holder.text);
    }
    const auto wanted = static_cast<std::int64_t>(policy::number(ground.rows, "station.posts"));
    const auto wanted_full = static_cast<std::int64_t>(policy::number(ground.rows, "station.full_time"));
    auto measured = short_of(static_cast<std::int64_t>(people.size()), wanted, 1);
    if (static_cast<std::int64_t>(full_time.size()) < wanted_full) measured.lost = kAll;
    measured.zh =
        fmt::format("在岗 {} 人，其中专职 {} 人（要求 {}、{}）", people.size(), full_time.size(), wanted, wanted_full);
    measured.en = fmt::format(
        "{} people in posts, {} of them full-time (asked: {} and {})",
        people.size(),
        full_time.size(),
        wanted,
        wanted_full
    );
    if (measured.lost > 0) {
        measured.fix_zh = "在“组织”页补齐空缺岗位并标明专职";
        measured.fix_en = "fill the vacant posts on the organisation page and mark who is full-time";
    }
    return measured;
}

std::optional<Measured> task_force(const Ground& ground) {
    Measured measured;
    for (const auto* kind : {"工作专班", "会议纪要"}) {
        if (document_in_force(ground, kind)) continue;
        measured.lost += 0.5;
        measured.fix_zh += fmt::format("登记{}；", kind);
    }
    measured.zh = measured.lost == 0 ? "专班名单和会议纪要均已登记" : "专班名单或会议纪要缺项";
    measured.en =
        measured.lost == 0 ? "task force and minutes are on record" : "the task force or its minutes are missing";
    if (measured.lost > 0) measured.fix_en = "enter the task force's list and at least one meeting's minutes";
    return measured;
}

std::optional<Measured> lines(const Ground& ground) {
    const auto wanted = static_cast<std::size_t>(policy::number(ground.rows, "line.people"));
    std::string short_zh, short_en;
    Measured measured;
    for (const auto& line : organisation::lines_of_duty()) {
        if (organisation::people_of_line(ground.rows, line.id).size() >= wanted) continue;
        measured.lost += 0.25;
        short_zh += short_zh.empty() ? line.zh : "、" + line.zh;
        short_en += short_en.empty() ? line.en : ", " + line.en;
    }
    measured.zh = short_zh.empty() ? "六条线均有主责和 B 角" : "缺主责或 B 角：" + short_zh;
    measured.en = short_en.empty() ? "all six lines have a lead and a second" : "no lead or second: " + short_en;
    if (!short_zh.empty()) {
        measured.fix_zh = "在“组织—条线”为" + short_zh + "指定两人";
        measured.fix_en = "name two people for " + short_en + " under Organisation – Lines";
    }
    return measured;
}

std::optional<Measured> list_of_duties(const Ground& ground) {
    const auto list = document_in_force(ground, "职责清单");
    if (!list)
        return Measured{
            kAll,
            "没有登记职责清单",
            "no list of duties on record",
            "签发并登记职责清单",
            "issue and enter the list of duties"};
    const auto looked_at = std::max(list->issued, list->reviewed);
    const bool old = looked_at < ground.days_ago(365);
    return Measured{
        old ? 0.5 : 0,
        fmt::format("职责清单 {}，最近复核 {}", list->number, looked_at),
        fmt::format("list of duties {}, last reviewed {}", list->number, looked_at),
        old ? "复核职责清单并登记复核日期" : "",
        old ? "review the list and enter the day" : ""};
}

std::optional<Measured> contracts(const Ground& ground) {
    const auto contract = document_in_force(ground, "聘书合同");
    if (!contract)
        return Measured{
            kAll,
            "没有在有效期内的服务合同或聘书",
            "no contract or appointment in force",
            "登记在有效期内的第三方合同或专家聘书",
            "enter a contract or an expert's appointment that is in force"};
    return Measured{
        0,
        fmt::format("{}，有效期至 {}", contract->title, contract->valid_until),
        fmt::format("{}, until {}", contract->title, contract->valid_until),
        {},
        {}};
}

std::optional<Measured> money_and_training(const Ground& ground) {
    std::int64_t held = 0;
    for (const auto& each : rows_of<Training>(ground.rows, "trainings"))
        if (each.kind == "干部培训" && each.day.substr(0, 4) == ground.this_year() && each.day <= ground.today())
            ++held;
    const bool budget = document_in_force(ground, "经费预算").has_value();
    auto measured = short_of(held, 2, 0.25);
    if (!budget) measured.lost += 1;
    measured.zh = fmt::format("{}列预算，今年干部培训 {} 次", budget ? "已" : "未", held);
    measured.en =
        fmt::format("{}; officers trained {} times this year", budget ? "in the budget" : "not in the budget", held);
    if (measured.lost > 0) {
        measured.fix_zh = fmt::format("{}{}", budget ? "" : "登记预算文件；", held < 2 ? "今年至少培训两次并登记" : "");
        measured.fix_en = "enter the budget and two trainings a year";
    }
    return measured;
}

}  // namespace

void add_organisation_measures(Measures& all) {
    all["A1"] = &founding;
    all["A2"] = &posts;
    all["A3"] = &task_force;
    all["A4"] = &lines;
    all["A5"] = &list_of_duties;
    all["A7"] = &contracts;
    all["A8"] = &money_and_training;
}

}  // namespace anlan::programme
