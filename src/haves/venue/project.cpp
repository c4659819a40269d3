#include "venue/project.hpp"

#include "base/day.hpp"
#include "venue/queries.hpp"

namespace anlan::venue {

namespace {

std::string day_of(const Entry& entry) {
    return to_text(day_at(entry.at));
}

/// One row for each thing that was told, so that a correction replaces what it corrects.
void count_below(store::Rows& rows, const Entry& entry, const AreaCode& from, std::int64_t people, std::int64_t held) {
    rows.run(
        "INSERT INTO venue_below(node, year, thing, people, held) VALUES(:n, :y, :t, :p, :h) "
        "ON CONFLICT(node, year, thing) DO UPDATE SET people = excluded.people",
        from,
        day_of(entry).substr(0, 4),
        entry.subject,
        people,
        held
    );
}

void keep_sheet(store::Rows& rows, const std::string& node, const VenueSheet& sheet) {
    rows.run(
        "INSERT INTO venue_sheet(node, sheet) VALUES(:n, :s) ON CONFLICT(node) DO UPDATE SET sheet = excluded.sheet",
        node,
        sheet
    );
}

void set_state(store::Rows& rows, const Entry& entry, ActivityState state, std::int64_t people, const std::string& note) {
    rows.run(
        "UPDATE venue_activity SET state = :s, people = :p, note = :n WHERE id = :i", state, people, note, entry.subject
    );
}

}  // namespace

void project(store::Rows& rows, const Entry&, const VenueDescribed& described) {
    keep_sheet(rows, "", described.sheet);
}

void project(store::Rows& rows, const Entry& entry, const BookingMade& made) {
    rows.run(
        "INSERT INTO venue_booking(id, day, from_minute, people, visitors, guide, code, state, reason, made_at) "
        "VALUES(:i, :d, :f, :p, :g, :u, :c, :s, '', :at)",
        entry.subject,
        made.day,
        made.from,
        made.people,
        made.group,
        made.guide,
        made.code,
        BookingState::made,
        entry.at
    );
}

void project(store::Rows& rows, const Entry& entry, const BookingCancelled& cancelled) {
    rows.run(
        "UPDATE venue_booking SET state = :s, reason = :r WHERE id = :i",
        BookingState::cancelled,
        cancelled.reason,
        entry.subject
    );
}

void project(store::Rows& rows, const Entry& entry, const VenueVisited& visited) {
    rows.run(
        "INSERT INTO venue_visit(id, at, day, booking, people, visitors, stars, words) "
        "VALUES(:i, :at, :d, :b, :p, :g, 0, '')",
        entry.subject,
        entry.at,
        day_of(entry),
        visited.booking,
        visited.people,
        visited.group
    );
    rows.run("UPDATE venue_booking SET state = :s WHERE id = :i", BookingState::used, visited.booking);
}

void project(store::Rows& rows, const Entry& entry, const VisitRated& rated) {
    rows.run("UPDATE venue_visit SET stars = :s, words = :w WHERE id = :i", rated.stars, rated.words, entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const ExhibitPut& put) {
    rows.run(
        "INSERT INTO venue_exhibit(id, name, kind, hall, keeper, fault, retired) VALUES(:i, :n, :k, :h, :p, '', 0) "
        "ON CONFLICT(id) DO UPDATE SET name = excluded.name, kind = excluded.kind, hall = excluded.hall, "
        "keeper = excluded.keeper",
        entry.subject,
        put.sheet.name,
        put.sheet.kind,
        put.sheet.hall,
        put.sheet.keeper
    );
}

void project(store::Rows& rows, const Entry& entry, const ExhibitChecked&) {
    rows.run("UPDATE venue_exhibit SET checked_at = :at WHERE id = :i", entry.at, entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const ExhibitFaulted& faulted) {
    rows.run(
        "UPDATE venue_exhibit SET faulted_at = :at, repair_by = :b, fault = :w WHERE id = :i",
        entry.at,
        faulted.repair_by,
        faulted.what,
        entry.subject
    );
}

/// Whoever repairs it has looked at it.
void project(store::Rows& rows, const Entry& entry, const ExhibitRepaired&) {
    rows.run(
        "UPDATE venue_exhibit SET checked_at = :at, faulted_at = NULL, repair_by = NULL, fault = '' WHERE id = :i",
        entry.at,
        entry.subject
    );
}

void project(store::Rows& rows, const Entry& entry, const ExhibitRetired&) {
    rows.run("UPDATE venue_exhibit SET retired = 1 WHERE id = :i", entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const ActivityPlanned& planned) {
    rows.run(
        "INSERT INTO venue_activity(id, day, sheet, state, people, note) VALUES(:i, :d, :s, :t, 0, '')",
        entry.subject,
        planned.sheet.day,
        planned.sheet,
        ActivityState::planned
    );
}

void project(store::Rows& rows, const Entry& entry, const ActivityHeld& held) {
    set_state(rows, entry, ActivityState::held, held.people, held.note);
}

void project(store::Rows& rows, const Entry& entry, const ActivityCancelled& cancelled) {
    set_state(rows, entry, ActivityState::cancelled, 0, cancelled.reason);
}

void project(store::Rows& rows, const Entry& entry, const QuizTaken& taken) {
    rows.run(
        "INSERT INTO venue_quiz(paper, at, hazard, questions, answers, correct, visitors, learner) "
        "VALUES(:p, :at, :h, :q, :a, :r, :g, :l)",
        taken.paper,
        entry.at,
        taken.hazard,
        taken.questions,
        taken.answers,
        taken.right,
        taken.group,
        taken.learner
    );
}

void mirror(store::Rows& rows, const Entry&, const VenueDescribed& described, const AreaCode& from) {
    keep_sheet(rows, from.text, described.sheet);
}

void mirror(store::Rows& rows, const Entry& entry, const VenueVisited& visited, const AreaCode& from) {
    count_below(rows, entry, from, visited.people, 0);
}

void mirror(store::Rows& rows, const Entry& entry, const ActivityHeld& held, const AreaCode& from) {
    count_below(rows, entry, from, held.people, 1);
}

}  // namespace anlan::venue
