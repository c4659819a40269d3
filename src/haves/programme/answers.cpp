#include "programme/answers.hpp"

#include <algorithm>

#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::programme {

namespace {

const std::vector<Gate>& known_gates() {
    static const std::vector<Gate> all{
        {"V2", "岗位不足 6 个或专职不足 2 人", "fewer than six posts or two full-time"},
        {"V3", "缺卫星电话、双向视频或应急广播", "no satellite telephone, two-way video or emergency broadcast"}};
    return all;
}

std::optional<double> week_change(store::Rows& rows, const AreaCode& kept, double points, Instant at) {
    const auto week_ago = to_local(at - std::chrono::hours{24 * 7}).substr(0, 10);
    const auto then = rows.value<double>(
        "SELECT points FROM readiness_day WHERE node = :n AND day <= :d ORDER BY day DESC LIMIT 1", kept, week_ago
    );
    if (!then) return std::nullopt;
    return points - *then;
}

ItemAnswer answer_of(const Item& item, const Readiness& readiness) {
    ItemAnswer answer{
        item.id,
        item.have(),
        item.title_zh,
        item.title_en,
        item.deduction,
        item.on_site,
        item.mode,
        item.points,
        {},
        {},
        {},
        {},
        {},
        {}};
    answer.standing = Standing::on_site;
    const auto found = std::ranges::find(readiness.findings, item.id, &Finding::item);
    if (found == readiness.findings.end()) return answer;
    answer.points = found->points;
    answer.standing = found->standing;
    answer.zh = found->zh, answer.en = found->en;
    answer.fix_zh = found->fix_zh, answer.fix_en = found->fix_en;
    return answer;
}

StationAnswer station_of(store::Rows& rows, const AreaCode& node, const Told& told) {
    const auto& readiness = told.readiness;
    StationAnswer answer;
    answer.node = node;
    answer.name = organisation::area_name(rows, node);
    answer.told_at = told.at;
    answer.points = readiness.points, answer.out_of = readiness.out_of, answer.on_site = readiness.on_site;
    answer.week_change = week_change(rows, told.node, readiness.points, told.at);
    for (const auto& have : shipped_sheet().haves) {
        const auto score = std::ranges::find(readiness.haves, have.id, &HaveScore::id);
        const auto known = score == readiness.haves.end() ? HaveScore{} : *score;
        answer.haves.push_back(
            {have.id, have.title_zh, have.title_en, known.points, known.out_of, known.on_site, known.light}
        );
    }
    for (const auto& gate : known_gates())
        if (std::ranges::count(readiness.gates, gate.id) > 0) answer.gates.push_back(gate);
    answer.to_do = told.to_do;
    return answer;
}

Told own_now(store::Rows& rows, const journal::NodeFacts& here, Instant now) {
    auto readiness = readiness_of({rows, here, now});
    const auto to_do = to_do_of(readiness);
    return {{}, now, to_do, std::move(readiness)};
}

}  // namespace

std::optional<ReadinessAnswer> readiness_seen(
    store::Rows& rows, const journal::NodeFacts& here, const AreaCode& node, Instant now
) {
    const bool own = node == here.area;
    if (own && !is_station(here)) return std::nullopt;
    const auto told = own ? std::optional(own_now(rows, here, now)) : told_of(rows, node);
    if (!told) return std::nullopt;
    const auto& sheet = shipped_sheet();
    ReadinessAnswer answer{
        station_of(rows, node, *told), sheet.version, sheet.source, 0, {}, {}, shipped_ten_haves().source, {}};
    answer.pass = policy::number(rows, "acceptance.pass");
    for (const auto& item : sheet.items) answer.items.push_back(answer_of(item, told->readiness));
    answer.trend = trend_of(rows, told->node);
    answer.ten = ten_haves_of(told->readiness.findings);
    return answer;
}

std::vector<StationAnswer> board(store::Rows& rows, const journal::NodeFacts& here, Instant now) {
    if (is_station(here)) return {station_of(rows, here.area, own_now(rows, here, now))};
    std::vector<StationAnswer> all;
    for (const auto& told : all_told(rows))  // by area code
        if (here.area.contains(told.node) && told.node.level() == Level::town && told.node != here.area)
            all.push_back(station_of(rows, told.node, told));
    return all;
}

}  // namespace anlan::programme
