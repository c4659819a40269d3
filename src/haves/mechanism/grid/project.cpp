#include "grid/project.hpp"

#include "grid/commands.hpp"
#include "journal/deadline.hpp"

namespace anlan::grid {

namespace {

std::string deadline_of(const Entry& entry) {
    return "patrol/" + entry.subject;
}

/// `node` is empty for our own.
void draw(store::Rows& rows, const Entry& entry, const GridDrawn& drawn, const std::string& node) {
    rows.run(
        "INSERT INTO grid(node, id, name, area, outline, members, people, drawn_at) "
        "VALUES(:o, :i, :n, :a, :l, '[]', 0, :d) ON CONFLICT(node, id) DO UPDATE SET name = excluded.name, "
        "area = excluded.area, outline = excluded.outline, drawn_at = excluded.drawn_at",
        node,
        entry.subject,
        drawn.name,
        drawn.area,
        drawn.outline,
        entry.at
    );
}

void staff(store::Rows& rows, const Entry& entry, const GridStaffed& staffed, const std::string& node) {
    rows.run(
        "UPDATE grid SET members = :m, people = :p WHERE node = :o AND id = :i",
        staffed.members,
        staffed.people,
        node,
        entry.subject
    );
}

void retire(store::Rows& rows, const Entry& entry, const std::string& node) {
    rows.run("UPDATE grid SET retired_at = :a WHERE node = :o AND id = :i", entry.at, node, entry.subject);
}

void sign(store::Rows& rows, const Entry& entry) {
    rows.run(
        "INSERT INTO grid_sign(person, at) VALUES(:p, :a) ON CONFLICT(person) DO UPDATE SET at = excluded.at",
        entry.actor,
        entry.at
    );
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const GridDrawn& drawn) {
    draw(rows, entry, drawn, {});
}

void project(store::Rows& rows, const Entry& entry, const GridStaffed& staffed) {
    staff(rows, entry, staffed, {});
}

void project(store::Rows& rows, const Entry& entry, const GridRetired&) {
    retire(rows, entry, {});
}

void project(store::Rows& rows, const Entry& entry, const MemberAway& away) {
    rows.run(
        "INSERT INTO grid_away(person, until_at, reason) VALUES(:p, :u, :r) ON CONFLICT(person) DO UPDATE SET "
        "until_at = excluded.until_at, reason = excluded.reason",
        entry.subject,
        away.until,
        away.reason
    );
}

void project(store::Rows& rows, const Entry& entry, const MemberBack&) {
    rows.run("DELETE FROM grid_away WHERE person = :p", entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const PatrolPlanned& planned) {
    rows.run(
        "INSERT INTO patrol(id, grid, title, stops, every_days, owner, next_at, round, round_owner, walked_by, rounds) "
        "VALUES(:i, :g, :t, :s, :e, :o, :n, 0, '', '', 0)",
        entry.subject,
        planned.grid,
        planned.title,
        planned.stops,
        planned.every_days,
        planned.owner,
        planned.first_at
    );
    journal::set_deadline(
        rows, entry, deadline_of(entry), planned.first_at, "grid.start_round", StartRound{{entry.subject}}
    );
}

void project(store::Rows& rows, const Entry& entry, const PatrolStopped&) {
    rows.run("UPDATE patrol SET stopped_at = :a WHERE id = :i", entry.at, entry.subject);
    journal::clear_deadline(rows, deadline_of(entry));
}

void project(store::Rows& rows, const Entry& entry, const RoundDue& due) {
    rows.run(
        "UPDATE patrol SET round = :r, round_due = :d, round_owner = :o, next_at = :n WHERE id = :i",
        due.number,
        due.due,
        due.owner,
        due.next_at,
        entry.subject
    );
    journal::set_deadline(
        rows, entry, deadline_of(entry), due.next_at, "grid.start_round", StartRound{{entry.subject}}
    );
}

void project(store::Rows& rows, const Entry& entry, const RoundDone& done) {
    rows.run(
        "INSERT INTO patrol_round(seq, patrol, round, key, walked_at, actor, findings, wrong) "
        "VALUES(:q, :p, :r, :k, :w, :a, :f, :n)",
        entry.seq,
        entry.subject,
        done.number,
        done.key,
        done.walked_at,
        entry.actor,
        done.findings,
        done.wrong
    );
    rows.run(
        "UPDATE patrol SET round_due = NULL, walked_at = :w, walked_by = :a, rounds = rounds + 1 WHERE id = :i",
        done.walked_at,
        entry.actor,
        entry.subject
    );
    sign(rows, entry);
}

void mirror(store::Rows& rows, const Entry& entry, const GridDrawn& drawn, const AreaCode& from) {
    draw(rows, entry, drawn, from.text);
}

void mirror(store::Rows& rows, const Entry& entry, const GridStaffed& staffed, const AreaCode& from) {
    staff(rows, entry, staffed, from.text);
}

void mirror(store::Rows& rows, const Entry& entry, const GridRetired&, const AreaCode& from) {
    retire(rows, entry, from.text);
}

}  // namespace anlan::grid
