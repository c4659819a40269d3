#include "grid/rules.hpp"

#include <fmt/format.h>

#include <cmath>

#include "geo/datum.hpp"
#include "organisation/queries.hpp"

namespace anlan::grid {

namespace {

constexpr double kNear_degrees = 0.1;  ///< about 10 km: farther from every village it is not ours
constexpr std::int64_t kLongestAgo_seconds = 30 * 86'400;

}  // namespace

Refusal grid_unknown() {
    return refuse("grid_unknown", "grid", "没有这个网格", "there is no such grid");
}

Refusal patrol_unknown() {
    return refuse("patrol_unknown", "patrol", "没有这条巡查路线", "there is no such patrol");
}

Refusal report_unknown() {
    return refuse("report_unknown", "report", "没有这条上报", "there is no such report");
}

Result<void> only_in_reality(const journal::Desk& desk) {
    if (!desk.world.is_drill()) return done();
    return refuse(
        "grid_is_real", "", "演练中不能改动网格，请退出演练后再改", "grids are real: leave the drill to change them"
    );
}

Result<GridFacts> own_grid(const journal::Desk& desk, const GridId& id) {
    auto found = find_grid(desk.views, id);
    if (!found) return grid_unknown();
    return std::move(*found);
}

Result<ReportFacts> open_report(const journal::Desk& desk, const ReportId& id) {
    auto found = find_report(desk.views, id);
    if (!found) return report_unknown();
    if (found->state == ReportState::closed)
        return refuse("already_answered", "report", "这条上报已经办结答复", "this report is answered already");
    return std::move(*found);
}

Result<void> check_text(
    const std::string& text, const char* code, const char* field, const char* zh, const char* en, std::size_t most
) {
    if (text.empty()) return refuse(code, field, zh, en);
    if (text.size() > most)
        return refuse(
            "too_long",
            field,
            fmt::format("请不超过 {} 字", most / 3),
            fmt::format("keep it under {} characters", most / 3)
        );
    return done();
}

Result<void> check_place(const std::optional<double>& lon, const std::optional<double>& lat) {
    if (!lon && !lat) return done();
    if (lon && lat && geo::plausible({*lon, *lat})) return done();
    return refuse(
        "place_invalid",
        "lon",
        "位置无效，请重新定位，或写清地点",
        "the place is not valid; locate again or say where it is"
    );
}

std::optional<AreaCode> nearest_area(const journal::Desk& desk, double lon, double lat) {
    std::optional<AreaCode> found;
    double least = kNear_degrees;
    for (const auto& area : organisation::areas_below(desk.views, desk.node.area)) {
        if (!area.lon || !area.lat) continue;
        const auto apart = std::hypot((*area.lon - lon) * std::cos(lat * 3.14159265358979 / 180), *area.lat - lat);
        if (apart >= least) continue;
        least = apart;
        found = area.code;
    }
    return found;
}

Result<Instant> moment_of(const journal::Desk& desk, std::int64_t seconds_ago) {
    if (seconds_ago < 0 || seconds_ago > kLongestAgo_seconds)
        return refuse("time_invalid", "seconds_ago", "时间不对，请重新填写", "the time is wrong; enter it anew");
    return desk.now - std::chrono::seconds{seconds_ago};
}

}  // namespace anlan::grid
