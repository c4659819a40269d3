#include "sensors/queries.hpp"

namespace anlan::sensors {

namespace {

const std::string kSensorRows =
    "SELECT id, node, name, device, measure, area, lon, lat, interval_seconds, hazard_point, camera, thresholds, "
    "registered_at, retired_at FROM sensor ";

const std::string kAlarmRows =
    "SELECT id, node, sensor, kind, grade, name, measure, area, value, bound, read_at, text, text_en, raised_at, "
    "asked_at, attended_at, attended_by, seconds, note, cleared_at FROM sensor_alarm ";

const std::string kRequests =
    "SELECT r.id, r.sensor, r.from_at, r.until_at, r.asked_at, t.told_at, COALESCE(t.points, '[]') FROM series_request "
    "r LEFT JOIN series_told t ON t.id = r.id ";

}  // namespace

std::vector<SensorFacts> all_sensors(store::Rows& rows) {
    return rows.select<SensorFacts>(kSensorRows + "WHERE retired_at IS NULL ORDER BY area, name, id");
}

std::vector<SensorFacts> own_sensors(store::Rows& rows) {
    return rows.select<SensorFacts>(kSensorRows + "WHERE node = '' AND retired_at IS NULL ORDER BY id");
}

std::optional<SensorFacts> find_sensor(store::Rows& rows, const SensorId& id) {
    return rows.first<SensorFacts>(kSensorRows + "WHERE id = :i AND retired_at IS NULL ORDER BY node", id);
}

Result<SensorFacts> own_sensor(store::Rows& rows, const SensorId& id) {
    auto found = find_sensor(rows, id);
    if (!found || !found->node.text.empty())
        return refuse("sensor_unknown", "sensor", "没有这个监测设备", "there is no such sensor here");
    return std::move(*found);
}

std::vector<AlarmFacts> live_alarms(store::Rows& rows) {
    return rows.select<AlarmFacts>(
        kAlarmRows + "WHERE cleared_at IS NULL OR attended_at IS NULL ORDER BY raised_at DESC, id"
    );
}

std::vector<AlarmFacts> recent_alarms(store::Rows& rows, std::int64_t limit) {
    return rows.select<AlarmFacts>(kAlarmRows + "ORDER BY raised_at DESC, id LIMIT :l", limit);
}

std::vector<AlarmFacts> alarms_of(store::Rows& rows, const SensorId& sensor, std::int64_t limit) {
    return rows.select<AlarmFacts>(
        kAlarmRows + "WHERE sensor = :s ORDER BY raised_at DESC, id LIMIT :l", sensor, limit
    );
}

std::optional<AlarmFacts> find_alarm(store::Rows& rows, const AlarmId& id) {
    return rows.first<AlarmFacts>(kAlarmRows + "WHERE id = :i ORDER BY node", id);
}

std::optional<AlarmFacts> open_alarm(store::Rows& rows, const SensorId& sensor, AlarmKind kind) {
    return rows.first<AlarmFacts>(
        kAlarmRows + "WHERE sensor = :s AND kind = :k AND node = '' AND cleared_at IS NULL", sensor, kind
    );
}

std::vector<FaultFacts> faults_of(store::Rows& rows, const SensorId& sensor) {
    return rows.select<FaultFacts>(
        "SELECT sensor, fault, at, sample FROM sensor_fault WHERE sensor = :s ORDER BY at DESC, fault", sensor
    );
}

std::vector<SeriesRequest> questions_from_above(store::Rows& rows) {
    return rows.select<SeriesRequest>(
        kRequests +
        "WHERE t.told_at IS NULL AND r.sensor IN (SELECT id FROM sensor WHERE node = '') ORDER BY r.asked_at, r.id"
    );
}

std::optional<SeriesRequest> find_request(store::Rows& rows, const std::string& id) {
    return rows.first<SeriesRequest>(kRequests + "WHERE r.id = :i", id);
}

std::optional<SeriesRequest> last_request(store::Rows& rows, const SensorId& sensor) {
    return rows.first<SeriesRequest>(kRequests + "WHERE r.sensor = :s ORDER BY r.asked_at DESC, r.id LIMIT 1", sensor);
}

}  // namespace anlan::sensors
