#include <fmt/format.h>

#include <set>

#include "programme/measures.hpp"
#include "programme/paper.hpp"
#include "venue/queries.hpp"

/// 八、宣教 (H1–H5).
namespace anlan::programme {

namespace {

constexpr std::int64_t kSquareMetres = 20;  // POLICY §10: a point of education has at least so many
constexpr int kMonths = 10;

std::vector<venue::ActivityFacts> held_since(const Ground& ground, const std::string& first) {
    std::vector<venue::ActivityFacts> held;
    for (auto& each : venue::activities_between(ground.rows, first, ground.today()))
        if (each.state == venue::ActivityState::held) held.push_back(std::move(each));
    return held;
}

/// Whether it has its sign on the wall stays for people on the spot.
std::optional<Measured> place(const Ground& ground) {
    const auto sheet = venue::sheet(ground.rows);
    if (!sheet)
        return Measured{kAll, "没有登记宣教场所", "no venue on record", "登记场所、面积和开放时间", "enter the venue"};
    const bool small = sheet->square_metres < kSquareMetres;
    const bool closed = sheet->openings.empty();
    Measured measured{
        0.3 * (small + closed),
        fmt::format("{} 平方米，每周开放 {} 段，可预约", sheet->square_metres, sheet->openings.size()),
        fmt::format("{} m², open {} times a week, can be booked", sheet->square_metres, sheet->openings.size()),
        {},
        {}};
    if (small || closed) {
        measured.fix_zh = closed ? "公示每周开放时间" : fmt::format("面积至少 {} 平方米", kSquareMetres);
        measured.fix_en = closed ? "publish the hours of the week" : fmt::format("at least {} m²", kSquareMetres);
    }
    return measured;
}

std::optional<Measured> content(const Ground& ground) {
    std::set<venue::ExhibitKind> kinds;
    for (const auto& each : venue::exhibits(ground.rows)) kinds.insert(each.kind);
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
    for (const auto& each : held_since(ground, ground.days_ago(31 * (kMonths + 1)))) days.push_back(each.sheet.day);
    const auto empty = months_without(ground, days, kMonths);
    return Measured{
        0.15 * static_cast<double>(empty.size()),
        fmt::format("近 10 个月中 {} 个月有宣教活动", 10 - empty.size()),
        fmt::format("activities in {} of 10 months", 10 - empty.size()),
        empty.empty() ? "" : "每月至少一次活动并登记；最近缺 " + empty.front(),
        empty.empty() ? "" : "one activity a month, entered; last missing " + empty.front()};
}

std::optional<Measured> upkeep(const Ground& ground) {
    const auto exhibits = venue::exhibits(ground.rows);
    if (exhibits.empty())
        return Measured{kAll, "没有登记展项", "no exhibits on record", "登记展项并检查", "enter exhibits and check them"};
    const auto month_ago = ground.now - std::chrono::days{31};
    std::int64_t unchecked = 0, late = 0;
    for (const auto& each : exhibits) {
        unchecked += !each.checked_at || *each.checked_at < month_ago;
        late += each.repair_by && *each.repair_by < ground.now;
    }
    return Measured{
        0.1 * static_cast<double>(unchecked + late),
        fmt::format("展项 {} 件，逾月未检查 {} 件，逾期未修复 {} 件", exhibits.size(), unchecked, late),
        fmt::format("{} exhibits, {} not checked for a month, {} not repaired in time", exhibits.size(), unchecked, late),
        unchecked + late > 0 ? "每月检查展项，故障按时限修复" : "",
        unchecked + late > 0 ? "check them monthly, repair in time" : ""};
}

std::optional<Measured> effect(const Ground& ground) {
    const auto first = ground.this_year() + "-01-01";
    std::int64_t people = 0;
    for (const auto& each : held_since(ground, first)) people += each.people;
    for (const auto& each : venue::visits_between(ground.rows, first, ground.today())) people += each.people;
    const auto papers = venue::quizzes_since(ground.rows, parse_time(first + "T00:00:00").value()).size();
    return Measured{
        people > 0 ? 0.0 : 0.5,
        fmt::format("今年接待和参与 {} 人次，答题 {} 份", people, papers),
        fmt::format("{} visitors and {} quiz papers this year", people, papers),
        people > 0 ? "" : "参观签到，登记活动人次",
        people > 0 ? "" : "sign visitors in, enter how many came"};
}

}  // namespace

void add_venue_measures(Measures& all) {
    all["H1"] = &place;
    all["H2"] = &content;
    all["H3"] = &activity;
    all["H4"] = &upkeep;
    all["H5"] = &effect;
}

}  // namespace anlan::programme
