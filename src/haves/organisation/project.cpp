#include "organisation/project.hpp"

#include <algorithm>

namespace anlan::organisation {

namespace {

void keep_line(store::Rows& rows, const std::string& person, const std::string& line, LineRole role) {
    rows.run(
        "INSERT INTO person_line(person, line, role) VALUES(:p, :l, :r) "
        "ON CONFLICT(person, line) DO UPDATE SET role = excluded.role",
        person,
        line,
        role
    );
}

/// Lines the person already carries keep their role.
void set_lines(store::Rows& rows, const std::string& person, const std::vector<std::string>& lines) {
    const auto before = rows.list<std::string>("SELECT line FROM person_line WHERE person = :p ORDER BY line", person);
    for (const auto& line : before)
        if (std::find(lines.begin(), lines.end(), line) == lines.end())
            rows.run("DELETE FROM person_line WHERE person = :p AND line = :l", person, line);
    for (const auto& line : lines)
        if (std::find(before.begin(), before.end(), line) == before.end())
            keep_line(rows, person, line, LineRole::member);
}

}  // namespace

void project(store::Rows& rows, const journal::Entry&, const AreasAdopted& adopted) {
    for (const auto& area : adopted.areas)
        rows.run(
            "INSERT INTO area(code, name, parent, lon, lat) VALUES(:c, :n, :p, :lon, :lat) ON CONFLICT(code) DO UPDATE "
            "SET name = excluded.name, parent = excluded.parent, lon = excluded.lon, lat = excluded.lat",
            area.code,
            area.name,
            area.parent,
            area.lon,
            area.lat
        );
}

void project(store::Rows& rows, const journal::Entry& entry, const PersonAdded& added) {
    rows.run(
        "INSERT INTO person(id, area, full_time, active, erased, phone_tested_at, phone_test_result, added_at) "
        "VALUES(:i, :a, :f, 1, 0, NULL, NULL, :at)",
        entry.subject,
        added.area,
        added.full_time,
        entry.at
    );
    set_lines(rows, entry.subject, added.lines);
}

void project(store::Rows& rows, const journal::Entry& entry, const PersonChanged& changed) {
    rows.run(
        "UPDATE person SET area = :a, full_time = :f, active = :v WHERE id = :i",
        changed.area,
        changed.full_time,
        changed.active,
        entry.subject
    );
    if (changed.new_phone)
        rows.run("UPDATE person SET phone_tested_at = NULL, phone_test_result = NULL WHERE id = :i", entry.subject);
    set_lines(rows, entry.subject, changed.lines);
}

void project(store::Rows& rows, const journal::Entry& entry, const PhoneTested& tested) {
    rows.run(
        "UPDATE person SET phone_tested_at = :at, phone_test_result = :r WHERE id = :i",
        entry.at,
        tested.result,
        entry.subject
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const PersonErased&) {
    rows.run("UPDATE person SET erased = 1, active = 0 WHERE id = :i", entry.subject);
    rows.run("UPDATE post SET deputy = '' WHERE deputy = :i", entry.subject);
    rows.run("DELETE FROM person_line WHERE person = :i", entry.subject);
    rows.run("DELETE FROM area_chain WHERE person = :i", entry.subject);
    rows.run("DELETE FROM leader_on_duty WHERE person = :i", entry.subject);
}

void project(store::Rows& rows, const journal::Entry& entry, const PostCreated& post) {
    rows.run(
        "INSERT INTO post(id, code, title, area, duties, required, full_time, line, sort, holder, deputy, since) "
        "VALUES(:i, :c, :t, :a, :d, :r, :f, :l, :s, '', '', NULL)",
        entry.subject,
        post.code,
        post.title,
        post.area,
        post.duties,
        post.required,
        post.full_time,
        post.line,
        post.sort
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const PostChanged& post) {
    rows.run(
        "UPDATE post SET code = :c, title = :t, area = :a, duties = :d, required = :r, full_time = :f, line = :l, "
        "sort = :s WHERE id = :i",
        post.code,
        post.title,
        post.area,
        post.duties,
        post.required,
        post.full_time,
        post.line,
        post.sort,
        entry.subject
    );
}

// What one holder acknowledged binds only that holder: the next has to read the list again.
void project(store::Rows& rows, const journal::Entry& entry, const PostFilled& filled) {
    rows.run(
        "UPDATE post SET holder = :h, deputy = :d, since = :at WHERE id = :i",
        filled.holder,
        filled.deputy,
        entry.at,
        entry.subject
    );
    rows.run(
        "UPDATE responsibility SET acknowledged_at = NULL, acknowledged_by = '' WHERE post = :p "
        "AND acknowledged_by <> :h",
        entry.subject,
        filled.holder
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const PostVacated&) {
    rows.run("UPDATE post SET holder = '', since = NULL WHERE id = :i", entry.subject);
    rows.run("UPDATE responsibility SET acknowledged_at = NULL, acknowledged_by = '' WHERE post = :p", entry.subject);
}

void project(store::Rows& rows, const journal::Entry&, const LineStaffed& staffed) {
    rows.run("DELETE FROM person_line WHERE line = :l", staffed.line);
    for (const auto& member : staffed.people) keep_line(rows, member.person.text, staffed.line, member.role);
}

void project(store::Rows& rows, const journal::Entry&, const ChainSet& chain) {
    rows.run("DELETE FROM area_chain WHERE area = :a", chain.area);
    std::int64_t position = 0;
    for (const auto& person : chain.people)
        rows.run("INSERT INTO area_chain(area, position, person) VALUES(:a, :o, :p)", chain.area, ++position, person);
}

void project(store::Rows& rows, const journal::Entry& entry, const LeaderTookDuty& took) {
    rows.run(
        "INSERT INTO leader_on_duty(area, person, since) VALUES(:a, :p, :s) ON CONFLICT(area) DO UPDATE SET "
        "person = excluded.person, since = excluded.since",
        took.area,
        took.person,
        entry.at
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const DutyListed& listed) {
    rows.run(
        "INSERT INTO responsibility(id, post, line, wording, basis, listed_at, acknowledged_at, acknowledged_by) "
        "VALUES(:i, :p, :l, :w, :b, :at, NULL, '')",
        entry.subject,
        listed.post,
        listed.line,
        listed.text,
        listed.basis,
        entry.at
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const DutyAcknowledged& acknowledged) {
    rows.run(
        "UPDATE responsibility SET acknowledged_at = :at, acknowledged_by = :h WHERE id = :i",
        entry.at,
        acknowledged.holder,
        entry.subject
    );
}

}  // namespace anlan::organisation
