#include "devices/project.hpp"

namespace anlan::devices {

namespace {

DeviceLine line(const Entry& entry, DeviceHappening happening, std::string note = {}) {
    DeviceLine made;
    made.device = {entry.subject};
    made.happening = happening;
    made.note = std::move(note);
    return made;
}

}  // namespace

void write_line(store::Rows& rows, const Entry& entry, const DeviceLine& line) {
    rows.run(
        "INSERT INTO device_line(seq, device, at, actor, happening, round_id, seconds, person, battery_percent, "
        "airtime_minutes, counterpart, note) VALUES(:q, :d, :t, :a, :h, :r, :s, :p, :b, :m, :c, :n)",
        entry.seq,
        line.device,
        entry.at,
        entry.actor,
        line.happening,
        line.round,
        line.seconds,
        line.person,
        line.battery_percent,
        line.airtime_minutes,
        line.counterpart,
        line.note
    );
}

void project(store::Rows& rows, const Entry& entry, const DeviceRegistered& registered) {
    const auto& sheet = registered.sheet;
    rows.run(
        "INSERT INTO device(id, kind, name, number, area, place, in_rounds, keeper, airtime_until, maintenance_due, "
        "failure_note, registered_at, retired_reason) VALUES(:i, :k, :a, :n, :r, :p, :o, :h, '', '', '', :t, '')",
        entry.subject,
        sheet.kind,
        sheet.name,
        sheet.number,
        sheet.area,
        sheet.place,
        sheet.in_rounds,
        registered.keeper,
        entry.at
    );
    auto made = line(entry, DeviceHappening::registered);
    made.person = registered.keeper;
    write_line(rows, entry, made);
}

void project(store::Rows& rows, const Entry& entry, const DeviceCorrected& corrected) {
    const auto& sheet = corrected.sheet;
    rows.run(
        "UPDATE device SET kind = :k, name = :a, number = :n, area = :r, place = :p, in_rounds = :o WHERE id = :i",
        sheet.kind,
        sheet.name,
        sheet.number,
        sheet.area,
        sheet.place,
        sheet.in_rounds,
        entry.subject
    );
    write_line(rows, entry, line(entry, DeviceHappening::corrected));
}

void project(store::Rows& rows, const Entry& entry, const DeviceHandedOver& handed) {
    rows.run("UPDATE device SET keeper = :k WHERE id = :i", handed.keeper, entry.subject);
    auto made = line(entry, DeviceHappening::handed_over, handed.note);
    made.person = handed.keeper;
    write_line(rows, entry, made);
}

void project(store::Rows& rows, const Entry& entry, const DeviceReported& reported) {
    if (reported.battery_percent)
        rows.run(
            "UPDATE device SET battery_percent = :b, battery_at = :t WHERE id = :i",
            reported.battery_percent,
            entry.at,
            entry.subject
        );
    if (reported.airtime_minutes)
        rows.run("UPDATE device SET airtime_minutes = :m WHERE id = :i", reported.airtime_minutes, entry.subject);
    if (reported.airtime_until)
        rows.run("UPDATE device SET airtime_until = :u WHERE id = :i", *reported.airtime_until, entry.subject);
    if (reported.maintenance_due)
        rows.run("UPDATE device SET maintenance_due = :u WHERE id = :i", *reported.maintenance_due, entry.subject);
    auto made = line(entry, DeviceHappening::reported, reported.note);
    made.battery_percent = reported.battery_percent;
    made.airtime_minutes = reported.airtime_minutes;
    write_line(rows, entry, made);
}

void project(store::Rows& rows, const Entry& entry, const DeviceRepaired& repaired) {
    rows.run(
        "UPDATE device SET failure = NULL, failed_at = NULL, failure_note = '', last_outcome = NULL WHERE id = :i",
        entry.subject
    );
    write_line(rows, entry, line(entry, DeviceHappening::repaired, repaired.what));
}

void project(store::Rows& rows, const Entry& entry, const DeviceRetired& retired) {
    rows.run(
        "UPDATE device SET retired_at = :t, retired_reason = :r WHERE id = :i", entry.at, retired.reason, entry.subject
    );
    rows.run(
        "DELETE FROM comm_round_part WHERE device = :d AND round_id IN (SELECT id FROM comm_round WHERE closed_at IS "
        "NULL)",
        entry.subject
    );
    write_line(rows, entry, line(entry, DeviceHappening::retired, retired.reason));
}

}  // namespace anlan::devices
