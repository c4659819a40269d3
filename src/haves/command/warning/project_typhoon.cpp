#include "warning/project.hpp"

namespace anlan::warning {

namespace {

/// Positions may come late: only the latest says how strong the typhoon is, how wide, and where it goes.
void keep_latest(
    store::Rows& rows, const journal::Entry& entry, const TyphoonPositioned& positioned, const std::string& node
) {
    rows.run(
        "INSERT INTO typhoon(node, drill, number, name, name_en, grade, latest, circles, forecast, landfall_expected, "
        "updated_at) VALUES(:node, :drill, :number, '', '', '', :latest, '{}', '[]', NULL, :updated) "
        "ON CONFLICT(node, drill, number) DO UPDATE SET updated_at = excluded.updated_at",
        node,
        entry.drill,
        positioned.number,
        positioned.at,
        entry.at
    );
    static constexpr std::string_view kWhere = " WHERE node = :n AND drill = :d AND number = :num";
    const auto set = [&](std::string_view column, const auto& value) {
        const auto sql = "UPDATE typhoon SET " + std::string(column) + " = :v" + std::string(kWhere);
        rows.run(sql, value, node, entry.drill, positioned.number);
    };
    if (!positioned.name.empty()) set("name", positioned.name);
    if (!positioned.name_en.empty()) set("name_en", positioned.name_en);
    const auto latest = rows.value<Instant>(
        "SELECT latest FROM typhoon WHERE node = :n AND drill = :d AND number = :num",
        node,
        entry.drill,
        positioned.number
    );
    if (latest && *latest > positioned.at) return;
    set("latest", positioned.at);
    if (!positioned.grade.empty()) set("grade", positioned.grade);
    if (!positioned.radii_km.empty()) set("circles", positioned.radii_km);
    if (!positioned.forecast.empty()) set("forecast", positioned.forecast);
    if (positioned.landfall_expected) set("landfall_expected", positioned.landfall_expected);
}

void keep(
    store::Rows& rows, const journal::Entry& entry, const TyphoonPositioned& positioned, const std::string& node
) {
    keep_latest(rows, entry, positioned, node);
    rows.run(
        "INSERT INTO typhoon_point(node, drill, number, at, agency, lon, lat, wind_ms, pressure_hpa, grade) "
        "VALUES(:node, :drill, :number, :at, :agency, :lon, :lat, :wind, :pressure, :grade) "
        "ON CONFLICT(node, drill, number, at, agency) DO UPDATE SET lon = excluded.lon, lat = excluded.lat, "
        "wind_ms = excluded.wind_ms, pressure_hpa = excluded.pressure_hpa, grade = excluded.grade",
        node,
        entry.drill,
        positioned.number,
        positioned.at,
        positioned.agency,
        positioned.lon,
        positioned.lat,
        positioned.wind_ms,
        positioned.pressure_hpa,
        positioned.grade
    );
}

void start(store::Rows& rows, const journal::Entry& entry, const DrillStarted& started, const std::string& node) {
    rows.run(
        "INSERT INTO drill(node, id, name, scenario, by_warning, started_at, ended_at) "
        "VALUES(:node, :id, :name, :scenario, :by, :at, NULL) ON CONFLICT(node, id) DO NOTHING",
        node,
        entry.subject,
        started.name,
        started.scenario,
        started.by_warning,
        entry.at
    );
}

void end(store::Rows& rows, const journal::Entry& entry, const std::string& node) {
    rows.run("UPDATE drill SET ended_at = :at WHERE node = :n AND id = :i", entry.at, node, entry.subject);
}

}  // namespace

void project(store::Rows& rows, const journal::Entry& entry, const TyphoonPositioned& positioned) {
    keep(rows, entry, positioned, {});
}

void mirror(store::Rows& rows, const journal::Entry& entry, const TyphoonPositioned& positioned, const AreaCode& from) {
    keep(rows, entry, positioned, from.text);
}

void project(store::Rows& rows, const journal::Entry& entry, const DrillStarted& started) {
    start(rows, entry, started, {});
}

void mirror(store::Rows& rows, const journal::Entry& entry, const DrillStarted& started, const AreaCode& from) {
    start(rows, entry, started, from.text);
}

void project(store::Rows& rows, const journal::Entry& entry, const DrillEnded&) {
    end(rows, entry, {});
}

void mirror(store::Rows& rows, const journal::Entry& entry, const DrillEnded&, const AreaCode& from) {
    end(rows, entry, from.text);
}

}  // namespace anlan::warning
