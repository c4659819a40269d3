#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "warning/commands.hpp"

namespace anlan::warning {

namespace {

struct DrillRow {
    std::string node;
    std::optional<Instant> ended_at;
};
BOOST_DESCRIBE_STRUCT(DrillRow, (), (node, ended_at))

bool on_earth(double lon, double lat) {
    return std::abs(lon) <= 180 && std::abs(lat) <= 90;
}

bool four_quadrants(const std::map<std::string, std::vector<double>>& radii) {
    return std::all_of(radii.begin(), radii.end(), [](const auto& circle) {
        const auto& [force, km] = circle;
        const bool known = force == "7" || force == "10" || force == "12";
        const bool sane = std::all_of(km.begin(), km.end(), [](double each) { return each >= 0 && each < 3'000; });
        return known && sane && (km.empty() || km.size() == 4);
    });
}

}  // namespace

Result<Decision> decide(const ExpireWarning& wish, const Desk& desk) {
    const auto state = desk.views.value<WarningState>("SELECT state FROM warning WHERE id = :i", wish.warning);
    if (!state) return refuse("warning_unknown", "warning", "没有这条预警", "there is no such warning");
    if (*state != WarningState::active) return Decision{{}, wish.warning.text, {}};
    return journal::decided(journal::event(wish.warning.text, WarningExpired{"time"}));
}

std::optional<World> world_of(const ExpireWarning& wish, store::Rows& rows) {
    const auto drill = rows.value<std::string>("SELECT drill FROM warning WHERE id = :i", wish.warning);
    if (!drill) return std::nullopt;
    return World::stored(*drill);
}

Result<Decision> decide(const PositionTyphoon& wish, const Desk& desk) {
    if (wish.number.empty()) return refuse("number_missing", "number", "请写台风编号", "give the typhoon's number");
    if (!on_earth(wish.lon, wish.lat))
        return refuse("place_invalid", "lon", "经纬度超出范围", "longitude or latitude is out of range");
    if (!four_quadrants(wish.radii_km))
        return refuse(
            "radii_invalid",
            "radii_km",
            "风圈半径应为7、10、12级，各四个象限（东北、东南、西南、西北）",
            "radii are for force 7, 10 or 12, four quadrants each (NE, SE, SW, NW)"
        );
    const TyphoonPositioned positioned{
        wish.number,
        wish.name,
        wish.name_en,
        wish.at.value_or(desk.now),
        wish.lon,
        wish.lat,
        wish.wind_ms,
        wish.pressure_hpa,
        wish.grade,
        wish.agency,
        wish.radii_km,
        wish.forecast,
        wish.landfall_expected};
    const auto subject = "typhoon-" + wish.number + (desk.world.is_drill() ? "-" + desk.world.text() : "");
    return journal::decided(journal::event(subject, positioned));
}

Result<Decision> decide(const StartDrill& wish, const Desk& desk) {
    if (wish.drill.empty())
        return refuse("drill_missing", "drill", "演练没有编号，请重试", "the drill has no id; try again");
    if (wish.name.empty()) return refuse("name_missing", "name", "请写演练名称", "name the drill");
    if (desk.views.value<std::int64_t>("SELECT COUNT(*) FROM drill WHERE id = :i", wish.drill) != 0)
        return refuse("already_started", "drill", "这场演练已经开始", "this drill has started");
    return journal::decided(journal::event(wish.drill.text, DrillStarted{wish.name, wish.scenario, false}));
}

std::optional<World> world_of(const StartDrill& wish, store::Rows&) {
    return World::drill(wish.drill);
}

Result<Decision> decide(const EndDrill& wish, const Desk& desk) {
    const auto rows = desk.views.select<DrillRow>("SELECT node, ended_at FROM drill WHERE id = :i", wish.drill);
    if (rows.empty()) return refuse("drill_unknown", "drill", "没有这场演练", "there is no such drill");
    const auto own = std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row.node.empty(); });
    if (own == rows.end())
        return refuse(
            "not_yours", "drill", "这场演练由上级组织，由上级结束", "this drill is run from above and ends there"
        );
    if (own->ended_at) return refuse("already_ended", "drill", "这场演练已经结束", "this drill has ended");
    return journal::decided(journal::event(wish.drill.text, DrillEnded{wish.reason}));
}

std::optional<World> world_of(const EndDrill& wish, store::Rows&) {
    return World::drill(wish.drill);
}

Result<Decision> decide(const ExpireDrillWarnings& wish, const Desk& desk) {
    journal::Events events;
    for (const auto& id : desk.views.list<std::string>(
             "SELECT id FROM warning WHERE drill = :d AND state = 'active' ORDER BY seq", wish.drill
         ))
        events.push_back(journal::event(id, WarningExpired{"drill_ended"}));
    return journal::decided(std::move(events), wish.drill.text);
}

DrillId new_drill_id(const journal::NodeFacts& node, Instant now) {
    auto digits = to_local(now);  // "2023-07-28T08:37:00+08:00"
    std::erase_if(digits, [](char c) { return c == '-' || c == ':'; });
    const auto milliseconds = now.time_since_epoch().count() % 1'000;
    return {fmt::format("D{}-{}{:03}-{}", digits.substr(0, 8), digits.substr(9, 6), milliseconds, node.area.prefix())};
}

}  // namespace anlan::warning
