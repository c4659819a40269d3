#include "devices/queries.hpp"

#include "base/day.hpp"
#include "devices/judge.hpp"
#include "devices/project.hpp"

namespace anlan::devices {

namespace {

const std::string kDevice =
    "SELECT id, kind, name, number, area, place, in_rounds, keeper, battery_percent, battery_at, airtime_minutes, "
    "airtime_until, maintenance_due, last_outcome, checked_at, answered_at, failure, failed_at, failure_note, "
    "registered_at, retired_at, retired_reason FROM device ";

const std::string kRound =
    "SELECT r.id, r.daily, r.opened_at, r.opened_by, r.closes_at, r.closed_at, COUNT(p.device), "
    "COUNT(CASE WHEN p.outcome = 'answered' THEN 1 END), COUNT(CASE WHEN p.outcome = 'no_answer' THEN 1 END), "
    "COUNT(CASE WHEN p.outcome = 'fault' THEN 1 END), "
    "COUNT(CASE WHEN p.device IS NOT NULL AND (p.outcome IS NULL OR p.outcome = 'missed') THEN 1 END) "
    "FROM comm_round r LEFT JOIN comm_round_part p ON p.round_id = r.id ";
const std::string kByRound = "GROUP BY r.id, r.daily, r.opened_at, r.opened_by, r.closes_at, r.closed_at ";

/// Instants to days at the station, each once.
std::vector<std::string> days_of(const std::vector<Instant>& moments) {
    std::vector<std::string> days;
    for (const auto at : moments) {
        auto day = to_text(day_at(at));
        if (days.empty() || days.back() != day) days.push_back(std::move(day));
    }
    return days;
}

}  // namespace

std::vector<DeviceFacts> devices(store::Rows& rows) {
    return rows.select<DeviceFacts>(kDevice + "WHERE retired_at IS NULL ORDER BY kind, name, id");
}

std::vector<DeviceFacts> retired_devices(store::Rows& rows) {
    return rows.select<DeviceFacts>(kDevice + "WHERE retired_at IS NOT NULL ORDER BY retired_at DESC, id");
}

std::optional<DeviceFacts> find_device(store::Rows& rows, const DeviceId& id) {
    return rows.first<DeviceFacts>(kDevice + "WHERE id = :i", id);
}

std::int64_t count_of(store::Rows& rows, DeviceKind kind) {
    return rows.value<std::int64_t>("SELECT COUNT(*) FROM device WHERE kind = :k AND retired_at IS NULL", kind)
        .value_or(0);
}

std::vector<std::string> days_answered(store::Rows& rows, DeviceKind kind, Instant since) {
    return days_of(rows.list<Instant>(
        "SELECT l.at FROM device_line l JOIN device d ON d.id = l.device WHERE l.happening = 'answered' AND "
        "d.kind = :k AND l.at >= :s ORDER BY l.at",
        kind,
        since
    ));
}

std::vector<std::string> days_looked_after(store::Rows& rows, Instant since) {
    return days_of(rows.list<Instant>(
        "SELECT at FROM device_line WHERE happening IN ('answered', 'no_answer', 'fault', 'reported', 'repaired') "
        "AND at >= :s ORDER BY at",
        since
    ));
}

std::vector<std::string> counterparts(store::Rows& rows, DeviceKind kind, Instant since) {
    return rows.list<std::string>(
        "SELECT DISTINCT l.counterpart FROM device_line l JOIN device d ON d.id = l.device WHERE "
        "l.happening = 'answered' AND l.counterpart <> '' AND d.kind = :k AND l.at >= :s ORDER BY l.counterpart",
        kind,
        since
    );
}

DeviceTrouble trouble(store::Rows& rows, Instant now) {
    return trouble_of(devices(rows), rows, now);
}

std::vector<DeviceLine> lines_of(store::Rows& rows, const DeviceId& device, std::int64_t limit) {
    return rows.select<DeviceLine>(
        "SELECT seq, device, at, actor, happening, round_id, seconds, person, battery_percent, airtime_minutes, "
        "counterpart, note FROM device_line WHERE device = :d ORDER BY seq DESC LIMIT :l",
        device,
        limit
    );
}

std::optional<RoundFacts> find_round(store::Rows& rows, const RoundId& id) {
    return rows.first<RoundFacts>(kRound + "WHERE r.id = :i " + kByRound, id);
}

std::optional<RoundFacts> open_round(store::Rows& rows) {
    return rows.first<RoundFacts>(kRound + "WHERE r.closed_at IS NULL " + kByRound + "ORDER BY r.opened_at, r.id");
}

std::vector<RoundFacts> recent_rounds(store::Rows& rows, std::int64_t limit) {
    return rows.select<RoundFacts>(kRound + kByRound + "ORDER BY r.opened_at DESC, r.id LIMIT :l", limit);
}

std::optional<Instant> next_daily_round(store::Rows& rows) {
    return rows.value<Instant>("SELECT due FROM deadline WHERE key = :k", std::string(kDaily));
}

std::vector<PartFacts> parts_of(store::Rows& rows, const RoundId& round) {
    return rows.select<PartFacts>(
        "SELECT device, outcome, seconds, counterpart, note, noted_at, noted_by FROM comm_round_part "
        "WHERE round_id = :r ORDER BY place_in_round",
        round
    );
}

std::vector<DevicesBelow> devices_below(store::Rows& rows) {
    return rows.select<DevicesBelow>(
        "SELECT node, at, devices, satellite_phones, asked, answered, unanswered, faulty, left_out, attention, urgent "
        "FROM devices_below ORDER BY node"
    );
}

}  // namespace anlan::devices
