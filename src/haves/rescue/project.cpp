#include "rescue/project.hpp"

#include <algorithm>

#include "journal/deadline.hpp"
#include "rescue/commands.hpp"
#include "rescue/queries.hpp"

namespace anlan::rescue {

namespace {

/// The next morning on which something has to be said about this paper, seen from `now`: so many days before its last
/// day, or the day after it.
void watch(store::Rows& rows, const Entry& entry, const std::string& expires, std::vector<std::int64_t> days) {
    const auto key = "paper/" + entry.subject;
    journal::clear_deadline(rows, key);
    const auto last = parse_time(expires + "T08:00:00+08:00");
    if (expires.empty() || !last) return;
    days.push_back(-1);
    std::sort(days.begin(), days.end(), std::greater<>());
    for (const auto before : days) {
        const auto due = last.value() - std::chrono::days{before};
        if (due <= entry.at) continue;
        journal::set_deadline(rows, entry, key, due, "rescue.check_paper", CheckPaper{{entry.subject}});
        return;
    }
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const MemberJoined& joined) {
    rows.run(
        "INSERT INTO team_member(person, team, role, skills, size, joined_at) VALUES(:p, :t, :r, :s, :z, :a) ON "
        "CONFLICT(person) DO UPDATE SET team = excluded.team, role = excluded.role, skills = excluded.skills, size = "
        "excluded.size",
        entry.subject,
        joined.team,
        joined.role,
        joined.skills,
        joined.size,
        entry.at
    );
}

void project(store::Rows& rows, const Entry& entry, const MemberLeft&) {
    rows.run("DELETE FROM team_member WHERE person = :p", entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const PaperFiled& filed) {
    rows.run(
        "INSERT INTO team_paper(id, person, kind, title, grade, expires, warn_days) VALUES(:i, :p, :k, :t, :g, :e, :w) "
        "ON CONFLICT(id) DO UPDATE SET grade = excluded.grade, expires = excluded.expires, warn_days = "
        "excluded.warn_days",
        entry.subject,
        filed.person,
        filed.kind,
        filed.title,
        filed.grade,
        filed.expires,
        filed.warn_days
    );
    watch(rows, entry, filed.expires, filed.warn_days);
}

void project(store::Rows& rows, const Entry& entry, const PaperExpiring& expiring) {
    const auto kept =
        rows.value<std::vector<std::int64_t>>("SELECT warn_days FROM team_paper WHERE id = :i", entry.subject);
    watch(rows, entry, expiring.expires, kept.value_or(std::vector<std::int64_t>{}));
}

void project(store::Rows& rows, const Entry& entry, const GearIssued& issued) {
    rows.run(
        "INSERT INTO team_gear(id, person, item, batch, unit, quantity, issued_at, note) "
        "VALUES(:i, :p, :m, :b, :u, :q, :a, '')",
        entry.subject,
        issued.person,
        issued.item,
        issued.batch,
        issued.unit,
        issued.quantity,
        entry.at
    );
}

void project(store::Rows& rows, const Entry& entry, const GearReturned& returned) {
    rows.run("UPDATE team_gear SET returned_at = :a, note = :n WHERE id = :i", entry.at, returned.note, entry.subject);
}

void project(store::Rows& rows, const Entry&, const StandbySet& set) {
    const auto first = parse_time(set.from + "T12:00:00+08:00"), last = parse_time(set.until + "T12:00:00+08:00");
    if (!first || !last) return;
    for (auto day = first.value(); day <= last.value(); day += std::chrono::hours{24})
        rows.run(
            "INSERT INTO team_standby(team, day, leader, people) VALUES(:t, :d, :l, :p) ON CONFLICT(team, day) DO "
            "UPDATE SET leader = excluded.leader, people = excluded.people",
            set.team,
            day_of(day),
            set.leader,
            set.people
        );
}

void project(store::Rows& rows, const Entry& entry, const TrainingPlanned& planned) {
    rows.run(
        "INSERT INTO training(id, kind, title, place, goal, teams, starts, ends, summary) "
        "VALUES(:i, :k, :t, :p, :g, :m, :s, :e, '')",
        entry.subject,
        planned.kind,
        planned.title,
        planned.place,
        planned.goal,
        planned.teams,
        planned.starts,
        planned.ends
    );
}

void project(store::Rows& rows, const Entry& entry, const TrainingSignedIn& in) {
    rows.run(
        "INSERT INTO training_person(training, person, at, recorded_by) VALUES(:t, :p, :a, :r) "
        "ON CONFLICT(training, person) DO NOTHING",
        entry.subject,
        in.person,
        entry.at,
        in.recorded_by
    );
}

void project(store::Rows& rows, const Entry& entry, const TrainingClosed& closed) {
    rows.run("UPDATE training SET closed_at = :a, summary = :s WHERE id = :i", entry.at, closed.summary, entry.subject);
    for (const auto& each : closed.people)
        rows.run(
            "UPDATE training_person SET hours = :h WHERE training = :t AND person = :p",
            each.hours,
            entry.subject,
            each.person
        );
}

}  // namespace anlan::rescue
