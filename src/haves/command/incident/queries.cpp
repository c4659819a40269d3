#include "incident/queries.hpp"

#include <fmt/format.h>

#include "geo/distance.hpp"
#include "incident/kind_queries.hpp"
#include "incident/list_queries.hpp"
#include "policy/queries.hpp"

namespace anlan::incident {

namespace {

std::string incidents(std::string_view rest) {
    return "SELECT id, drill, seq, source, from_node, kind, account, area, place, lon, lat, outside, happened_at, "
           "known_at, entered_at, taken_by, sensitive, verified, grade, grade_reason, phone_by, phoned_at, written_by, "
           "written_at, followup_by, closed_at, close_words, final_by, final_at, ended_as, merged_into, passed_to, "
           "head, reports FROM incident " +
           std::string(rest);
}

constexpr std::string_view kReports =
    "SELECT r.node, r.number, r.at, a.at, r.body, COALESCE(a.read_title, ''), a.read_at FROM incident_report r "
    "LEFT JOIN incident_arrival a ON a.node = r.node AND a.incident = r.incident AND a.number = r.number ";

/// As long as nobody here has written an account of our own, the last one told from below is ours.
IncidentFacts with_account(store::Rows& rows, IncidentFacts incident) {
    if (incident.head > 0 || incident.reports > 0) return incident;
    auto told = rows.first<ReportFacts>(
        std::string(kReports) + "WHERE r.incident = :i AND r.node <> '' ORDER BY r.number DESC, r.node LIMIT 1",
        incident.id
    );
    if (told) incident.account = std::move(told->body.account);
    return incident;
}

/// In words how near it is; empty: not near.
std::string nearness(const IncidentFacts& a, const IncidentFacts& b, double limit_km) {
    if (a.lon && a.lat && b.lon && b.lat) {
        const auto km = geo::metres_between({*a.lon, *a.lat}, {*b.lon, *b.lat}) / 1000;
        return km <= limit_km ? fmt::format("相距 {:.1f} 公里", km) : "";
    }
    if (!a.place.empty() && a.place == b.place) return "地点相同";
    return a.area == b.area && a.area.level() == Level::village ? "同一村（社区）" : "";
}

}  // namespace

std::optional<IncidentFacts> find_incident(store::Rows& rows, const IncidentId& id) {
    auto found = rows.first<IncidentFacts>(incidents("WHERE id = :i"), id);
    if (!found) return std::nullopt;
    return with_account(rows, std::move(*found));
}

std::vector<IncidentFacts> find_incidents(store::Rows& rows, const World& world, bool open_only, std::int64_t limit) {
    auto all = rows.select<IncidentFacts>(
        incidents(
            open_only ? "WHERE drill = :d AND ended_as = '' ORDER BY known_at DESC, id DESC LIMIT :l"
                      : "WHERE drill = :d ORDER BY known_at DESC, id DESC LIMIT :l"
        ),
        world.text(),
        limit
    );
    for (auto& each : all) each = with_account(rows, std::move(each));
    return all;
}

std::vector<IncidentFacts> find_told(store::Rows& rows, const World& world, const PersonId& by, std::int64_t limit) {
    auto all = rows.select<IncidentFacts>(
        incidents("WHERE taken_by = :p AND drill = :d ORDER BY known_at DESC, id DESC LIMIT :l"), by, world.text(), limit
    );
    for (auto& each : all) each = with_account(rows, std::move(each));
    return all;
}

std::vector<DueReport> reports_due_between(store::Rows& rows, const World& world, Instant from, Instant until) {
    return rows.select<DueReport>(
        "SELECT written_by, written_at FROM incident WHERE drill = :d AND written_by >= :f AND written_by < :u AND "
        "ended_as NOT IN ('untrue', 'merged')",
        world.text(),
        from,
        until
    );
}

std::optional<World> world_of_incident(store::Rows& rows, const IncidentId& id) {
    const auto drill = rows.value<std::string>("SELECT drill FROM incident WHERE id = :i", id);
    if (!drill) return std::nullopt;
    return World::stored(*drill);
}

std::vector<DraftFacts> drafts_of(store::Rows& rows, const IncidentId& id) {
    return rows.select<DraftFacts>(
        "SELECT version, base, at, actor, split, account FROM incident_draft WHERE incident = :i ORDER BY version", id
    );
}

std::vector<ReportFacts> reports_of(store::Rows& rows, const IncidentId& id) {
    return rows.select<ReportFacts>(
        std::string(kReports) + "WHERE r.incident = :i ORDER BY r.at, r.node, r.number", id
    );
}

std::optional<ReportFacts> report_of(
    store::Rows& rows, const IncidentId& id, const std::string& node, std::int64_t number
) {
    return rows.first<ReportFacts>(
        std::string(kReports) + "WHERE r.incident = :i AND r.node = :n AND r.number = :u", id, node, number
    );
}

std::vector<Likeness> duplicates_of(store::Rows& rows, const IncidentFacts& incident) {
    const Milliseconds within = policy::seconds(rows, "report.duplicate.within");
    const auto limit_km = policy::number(rows, "report.duplicate.distance");
    std::vector<Likeness> alike;
    for (const auto& other : find_incidents(rows, World::stored(incident.drill), true, 200)) {
        if (other.id == incident.id || !incident.open()) continue;
        const auto apart = incident.happened_at > other.happened_at ? incident.happened_at - other.happened_at
                                                                    : other.happened_at - incident.happened_at;
        if (apart > within) continue;
        const auto near = nearness(incident, other, limit_km);
        if (near.empty()) continue;
        const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(apart).count();
        const auto same = other.kind == incident.kind ? "，类型相同" : "";
        alike.push_back({other.id, other.account.title, fmt::format("相隔 {} 分钟，{}{}", minutes, near, same)});
    }
    return alike;
}

}  // namespace anlan::incident
