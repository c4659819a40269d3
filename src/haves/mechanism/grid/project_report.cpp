#include "grid/kinds.hpp"
#include "grid/project.hpp"
#include "grid/queries.hpp"

namespace anlan::grid {

namespace {

void step(store::Rows& rows, const Entry& entry, const std::string& who, const std::string& words) {
    rows.run(
        "INSERT INTO grid_step(seq, report, at, actor, what, who, words) VALUES(:q, :r, :a, :p, :k, :w, :t)",
        entry.seq,
        entry.subject,
        entry.at,
        entry.actor,
        entry.kind.substr(0, entry.kind.find('/')),
        who,
        words
    );
}

/// `node` is empty for what was told here.
void keep(store::Rows& rows, const Entry& entry, const GridReported& told, const std::string& node) {
    rows.run(
        "INSERT INTO grid_report(id, drill, seq, node, grid, area, kind, severity, words, place, lon, lat, outside, "
        "photo, found_at, at, reporter, key, patrol, state, owner, owner_title, incident, incident_seq, handled_by, "
        "handled_words, handled_photo, answer) VALUES(:i, :d, :q, :n, :g, :a, :k, :v, :w, :p, :x, :y, :o, :h, :f, "
        ":at, :r, :key, :t, 'fresh', '', '', '', 0, '', '', '', '') ON CONFLICT(id) DO NOTHING",
        entry.subject,
        entry.drill,
        entry.seq,
        node,
        told.grid,
        told.area,
        told.kind,
        told.severity,
        told.words,
        told.place,
        told.lon,
        told.lat,
        told.outside,
        told.photo,
        told.found_at,
        entry.at,
        entry.actor,
        told.key,
        told.patrol
    );
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const GridReported& reported) {
    keep(rows, entry, reported, {});
    step(rows, entry, "", reported.words);
    rows.run(
        "INSERT INTO grid_sign(person, at) VALUES(:p, :a) ON CONFLICT(person) DO UPDATE SET at = excluded.at",
        entry.actor,
        entry.at
    );
}

void project(store::Rows& rows, const Entry& entry, const MadeIncident&) {
    rows.run("UPDATE grid_report SET state = 'incident', incident_seq = :q WHERE id = :i", entry.seq, entry.subject);
    step(rows, entry, "", "");
}

void project(store::Rows& rows, const Entry& entry, const HazardGiven& given) {
    rows.run(
        "UPDATE grid_report SET state = 'given', owner = :o, owner_title = :t, due = :d WHERE id = :i",
        given.owner,
        given.owner_title,
        given.due,
        entry.subject
    );
    step(rows, entry, given.owner.text, given.words);
}

void project(store::Rows& rows, const Entry& entry, const HazardHandled& handled) {
    rows.run(
        "UPDATE grid_report SET state = 'handled', handled_by = :b, handled_words = :w, handled_photo = :p WHERE id = "
        ":i",
        handled.by,
        handled.words,
        handled.photo,
        entry.subject
    );
    step(rows, entry, handled.by.text, handled.words);
}

void project(store::Rows& rows, const Entry& entry, const HazardChecked& checked) {
    step(rows, entry, checked.passed ? "passed" : "again", checked.words);
    if (checked.passed) return;
    rows.run("UPDATE grid_report SET state = 'given', due = :d WHERE id = :i", checked.due, entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const ReportAnswered& answered) {
    rows.run(
        "UPDATE grid_report SET state = 'closed', answer = :w, ending = :e, closed_at = :a WHERE id = :i",
        answered.words,
        answered.ending,
        entry.at,
        entry.subject
    );
    step(rows, entry, to_text(answered.ending), answered.words);
}

void project(store::Rows& rows, const Entry& entry, const ReportPassed& passed) {
    rows.run("UPDATE grid_report SET state = 'passed', due = :d WHERE id = :i", passed.due, entry.subject);
    step(rows, entry, "", passed.why);
}

void project(store::Rows& rows, const Entry& entry, const ReportReceived& received) {
    const auto& passed = received.passed;
    GridReported told;
    told.area = passed.area;
    told.kind = passed.kind;
    told.severity = passed.severity;
    told.words = passed.words;
    told.place = passed.place;
    told.lon = passed.lon;
    told.lat = passed.lat;
    told.found_at = passed.found_at;
    keep(rows, entry, told, received.from.text);
    rows.run("UPDATE grid_report SET due = :d, reporter = '' WHERE id = :i", passed.due, entry.subject);
    step(rows, entry, received.from.text, passed.words);
}

void project(store::Rows&, const Entry&, const ReportReplied&) {
    // For who passed it up; here the answer itself is kept.
}

void mirror(store::Rows& rows, const Entry& entry, const GridReported& reported, const AreaCode& from) {
    rows.run(
        "INSERT INTO grid_report_below(node, id, drill, kind, at) VALUES(:n, :i, :d, :k, :a) "
        "ON CONFLICT(node, id) DO NOTHING",
        from,
        entry.subject,
        entry.drill,
        reported.kind,
        entry.at
    );
}

void mirror(store::Rows& rows, const Entry& entry, const ReportAnswered&, const AreaCode& from) {
    rows.run(
        "UPDATE grid_report_below SET closed_at = :a WHERE node = :n AND id = :i AND closed_at IS NULL",
        entry.at,
        from,
        entry.subject
    );
}

void note(store::Rows& rows, const Entry& entry, const incident::IncidentTaken&) {
    if (entry.cause != 0)
        rows.run("UPDATE grid_report SET incident = :s WHERE incident_seq = :q", entry.subject, entry.cause);
}

void note(store::Rows& rows, const Entry& entry, const incident::IncidentMerged& merged) {
    rows.run("UPDATE grid_report SET incident = :s WHERE incident = :i", merged.into, entry.subject);
}

}  // namespace anlan::grid
