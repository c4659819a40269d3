#include "broadcast/project.hpp"
#include "broadcast/terminal_commands.hpp"
#include "journal/deadline.hpp"

namespace anlan::broadcast {

namespace {

const AreaCode kOwn{};  ///< rows of this node itself

void set_hearing(
    store::Rows& rows, const Entry& entry, Hearing hearing, const std::optional<Instant>& last, const AreaCode& node
) {
    rows.run(
        "UPDATE terminal SET hearing = :h, hearing_since = :t, last_heard_at = :l WHERE node = :n AND id = :i",
        hearing,
        entry.at,
        last,
        node,
        entry.subject
    );
}

}  // namespace

void mirror(store::Rows& rows, const Entry& entry, const TerminalRegistered& registered, const AreaCode& from) {
    rows.run(
        "INSERT INTO terminal(id, node, name, area, kind, codec, address, volume, drill_ok, lon, lat, hearing, hearing_since, "
        "registered_at) VALUES(:i, :n, :a, :r, :k, :c, :d, :v, :o, :x, :y, :h, :s, :t) ON CONFLICT(node, id) DO UPDATE SET "
        "name = excluded.name, area = excluded.area, kind = excluded.kind, codec = excluded.codec, address = excluded.address, volume = "
        "excluded.volume, drill_ok = excluded.drill_ok, lon = excluded.lon, lat = excluded.lat",
        entry.subject,
        from,
        registered.name,
        registered.area,
        registered.kind,
        registered.codec,
        registered.address,
        registered.volume,
        registered.drill_ok,
        registered.lon,
        registered.lat,
        Hearing::unheard,
        entry.at,
        entry.at
    );
}

void mirror(store::Rows& rows, const Entry& entry, const TerminalRetired&, const AreaCode& from) {
    rows.run("UPDATE terminal SET retired_at = :t WHERE node = :n AND id = :i", entry.at, from, entry.subject);
}

void mirror(store::Rows& rows, const Entry& entry, const FellSilent& fell, const AreaCode& from) {
    set_hearing(rows, entry, Hearing::silent, fell.last_heard_at, from);
}

void mirror(store::Rows& rows, const Entry& entry, const HeardAgain&, const AreaCode& from) {
    set_hearing(rows, entry, Hearing::heard, entry.at, from);
}

void project(store::Rows& rows, const Entry& entry, const TerminalRegistered& registered) {
    mirror(rows, entry, registered, kOwn);
    const auto known = rows.value<std::int64_t>("SELECT 1 FROM broadcast_test WHERE zone = :z", registered.area);
    if (known) return;
    rows.run("INSERT INTO broadcast_test(zone, due) VALUES(:z, :d)", registered.area, registered.test_by);
    journal::set_deadline(
        rows,
        entry,
        "broadcast/test/" + registered.area.text,
        registered.test_by,
        "broadcast.test",
        CheckTest{registered.area}
    );
}

void project(store::Rows& rows, const Entry& entry, const TerminalRetired& retired) {
    mirror(rows, entry, retired, kOwn);
}

void project(store::Rows& rows, const Entry& entry, const VolumeSet& set) {
    rows.run("UPDATE terminal SET volume = :v WHERE node = '' AND id = :i", set.volume, entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const FellSilent& fell) {
    mirror(rows, entry, fell, kOwn);
}

void project(store::Rows& rows, const Entry& entry, const HeardAgain& heard) {
    mirror(rows, entry, heard, kOwn);
}

void project(store::Rows& rows, const Entry& entry, const TestDue&) {
    // That it is due is read from the time; the entry is for the duty log and the live notice.
    journal::clear_deadline(rows, "broadcast/test/" + entry.subject);
}

}  // namespace anlan::broadcast
