#include "sensors/project.hpp"

namespace anlan::sensors {

namespace {

const AreaCode kOwn{};  ///< rows of this node itself

}  // namespace

void mirror(store::Rows& rows, const Entry& entry, const SensorRegistered& registered, const AreaCode& from) {
    rows.run(
        "INSERT INTO sensor(id, node, name, device, measure, area, lon, lat, interval_seconds, hazard_point, camera, "
        "thresholds, registered_at) VALUES(:i, :n, :a, :d, :m, :r, :x, :y, :s, :h, :c, '[]', :t) "
        "ON CONFLICT(node, id) DO UPDATE SET name = excluded.name, device = excluded.device, measure = "
        "excluded.measure, area = excluded.area, lon = excluded.lon, lat = excluded.lat, interval_seconds = "
        "excluded.interval_seconds, hazard_point = excluded.hazard_point, camera = excluded.camera",
        entry.subject,
        from,
        registered.name,
        registered.device,
        registered.measure,
        registered.area,
        registered.lon,
        registered.lat,
        registered.interval_seconds,
        registered.hazard_point,
        registered.camera,
        entry.at
    );
}

void mirror(store::Rows& rows, const Entry& entry, const SensorRetired&, const AreaCode& from) {
    rows.run("UPDATE sensor SET retired_at = :t WHERE node = :n AND id = :i", entry.at, from, entry.subject);
}

void mirror(store::Rows& rows, const Entry& entry, const ThresholdsSet& set, const AreaCode& from) {
    rows.run("UPDATE sensor SET thresholds = :s WHERE node = :n AND id = :i", set.thresholds, from, entry.subject);
}

void mirror(store::Rows& rows, const Entry& entry, const AlarmRaised& raised, const AreaCode& from) {
    rows.run(
        "INSERT INTO sensor_alarm(id, node, sensor, kind, grade, name, measure, area, value, bound, read_at, text, "
        "text_en, raised_at, asked_at, attended_by, note) "
        "VALUES(:i, :n, :s, :k, :g, :a, :m, :r, :v, :l, :d, :t, :e, :p, :q, '', '')",
        entry.subject,
        from,
        raised.sensor,
        raised.kind,
        raised.grade,
        raised.name,
        raised.measure,
        raised.area,
        raised.value,
        raised.limit,
        raised.read_at,
        raised.text,
        raised.text_en,
        entry.at,
        entry.at
    );
}

void mirror(store::Rows& rows, const Entry& entry, const AlarmWorsened& worsened, const AreaCode& from) {
    rows.run(
        "UPDATE sensor_alarm SET grade = :g, value = :v, bound = :l, read_at = :d, text = :t, text_en = :e, asked_at = "
        ":a, attended_at = NULL, attended_by = '', seconds = NULL, note = '' WHERE node = :n AND id = :i",
        worsened.grade,
        worsened.value,
        worsened.limit,
        worsened.read_at,
        worsened.text,
        worsened.text_en,
        entry.at,
        from,
        entry.subject
    );
}

void mirror(store::Rows& rows, const Entry& entry, const AlarmAttended& attended, const AreaCode& from) {
    rows.run(
        "UPDATE sensor_alarm SET attended_at = :t, attended_by = :b, seconds = :s, note = :w WHERE node = :n AND id = "
        ":i",
        entry.at,
        attended.by,
        attended.seconds,
        attended.note,
        from,
        entry.subject
    );
}

void mirror(store::Rows& rows, const Entry& entry, const AlarmCleared&, const AreaCode& from) {
    rows.run("UPDATE sensor_alarm SET cleared_at = :t WHERE node = :n AND id = :i", entry.at, from, entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const SensorRegistered& registered) {
    mirror(rows, entry, registered, kOwn);
}
void project(store::Rows& rows, const Entry& entry, const SensorRetired& retired) {
    mirror(rows, entry, retired, kOwn);
}
void project(store::Rows& rows, const Entry& entry, const ThresholdsSet& set) {
    mirror(rows, entry, set, kOwn);
}
void project(store::Rows& rows, const Entry& entry, const FaultNoted& noted) {
    rows.run(
        "INSERT INTO sensor_fault(sensor, fault, at, sample) VALUES(:s, :f, :t, :w) ON CONFLICT(sensor, fault) DO "
        "UPDATE SET at = excluded.at, sample = excluded.sample",
        entry.subject,
        noted.fault,
        entry.at,
        noted.sample
    );
}
void project(store::Rows& rows, const Entry& entry, const AlarmRaised& raised) {
    mirror(rows, entry, raised, kOwn);
}
void project(store::Rows& rows, const Entry& entry, const AlarmWorsened& worsened) {
    mirror(rows, entry, worsened, kOwn);
}
void project(store::Rows& rows, const Entry& entry, const AlarmAttended& attended) {
    mirror(rows, entry, attended, kOwn);
}
void project(store::Rows& rows, const Entry& entry, const AlarmCleared& cleared) {
    mirror(rows, entry, cleared, kOwn);
}

/// Question and answer are of two nodes, so each has rows of its own: a replay may see them in either order.
void mirror(store::Rows& rows, const Entry& entry, const SeriesAsked& asked, const AreaCode&) {
    rows.run(
        "INSERT INTO series_request(id, sensor, from_at, until_at, asked_at) VALUES(:i, :s, :f, :u, :t)",
        entry.subject,
        asked.sensor,
        asked.from_at,
        asked.until_at,
        entry.at
    );
}
void mirror(store::Rows& rows, const Entry& entry, const SeriesTold& told, const AreaCode&) {
    rows.run("INSERT INTO series_told(id, told_at, points) VALUES(:i, :t, :p)", entry.subject, entry.at, told.course);
}
void project(store::Rows& rows, const Entry& entry, const SeriesAsked& asked) {
    mirror(rows, entry, asked, kOwn);
}
void project(store::Rows& rows, const Entry& entry, const SeriesTold& told) {
    mirror(rows, entry, told, kOwn);
}

}  // namespace anlan::sensors
