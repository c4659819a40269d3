#include "evaluation/project.hpp"

namespace anlan::evaluation {

using store::Rows;

namespace {

void decide_change(Rows& rows, const Entry& entry, const char* state, const std::string& title, const std::string& why) {
    rows.run(
        "UPDATE evaluation_change SET state = :s, decided_by = :b, decided_title = :t, decided_at = :a, decided_reason "
        "= :r WHERE id = :i AND state = 'proposed'",
        std::string(state),
        entry.actor,
        title,
        entry.at,
        why,
        entry.subject
    );
}

void withdraw(Rows& rows, const Entry& entry, const NominationWithdrawn& withdrawn, const AreaCode& county) {
    rows.run(
        "UPDATE evaluation_nomination SET withdrawn_at = :a, withdrawn = :r WHERE id = :i AND county = :c",
        entry.at,
        withdrawn.reason,
        entry.subject,
        county
    );
}

}  // namespace

void project(Rows& rows, const Entry& entry, const StationNominated& nominated) {
    rows.run(
        "INSERT INTO evaluation_nomination(id, year, station, county, name, acceptance, drill, reason, by_title, at, "
        "withdrawn) VALUES(:i, :y, :s, :c, :n, :a, :d, :r, :b, :t, '') ON CONFLICT(id) DO NOTHING",
        entry.subject,
        nominated.year,
        nominated.station,
        nominated.station.parent(),
        nominated.name,
        nominated.acceptance,
        nominated.drill,
        nominated.reason,
        nominated.by_title,
        entry.at
    );
}

void project(Rows& rows, const Entry& entry, const NominationWithdrawn& withdrawn) {
    const auto county =
        rows.value<AreaCode>("SELECT county FROM evaluation_nomination WHERE id = :i", entry.subject);
    if (county) withdraw(rows, entry, withdrawn, *county);
}

void project(Rows& rows, const Entry& entry, const ChangeProposed& proposed) {
    rows.run(
        "INSERT INTO evaluation_change(id, nomination, part, from_points, to_points, reason, proposed_by, "
        "proposed_title, proposed_at, state, decided_by, decided_title, decided_reason) VALUES(:i, :n, :p, :f, :t, :r, "
        ":b, :w, :a, 'proposed', '', '', '')",
        entry.subject,
        proposed.nomination,
        proposed.part,
        proposed.from,
        proposed.to,
        proposed.reason,
        entry.actor,
        proposed.by_title,
        entry.at
    );
}

void project(Rows& rows, const Entry& entry, const ChangeConfirmed& confirmed) {
    decide_change(rows, entry, "confirmed", confirmed.by_title, "");
}

void project(Rows& rows, const Entry& entry, const ChangeRejected& rejected) {
    decide_change(rows, entry, "rejected", rejected.by_title, rejected.reason);
}

void project(Rows& rows, const Entry& entry, const EvaluationConcluded& concluded) {
    rows.run(
        "INSERT INTO evaluation_conclusion(year, at, content) VALUES(:y, :a, :c) ON CONFLICT(year) DO NOTHING",
        concluded.year,
        entry.at,
        concluded
    );
}

void project(Rows& rows, const Entry& entry, const ResultPassedOn& passed) {
    rows.run(
        "INSERT INTO evaluation_result(year, station, at, content) VALUES(:y, :s, :a, :c) ON CONFLICT(year, station) "
        "DO NOTHING",
        passed.year,
        passed.standing.station,
        entry.at,
        passed
    );
}

void project(Rows& rows, const Entry& entry, const LetterWritten& letter) {
    rows.run(
        "INSERT INTO evaluation_letter(id, year, station, kind, order_id, at) VALUES(:i, :y, :s, :k, :o, :a)",
        entry.subject,
        letter.year,
        letter.station,
        letter.kind,
        letter.order,
        entry.at
    );
}

void keep_drill(Rows& rows, const Entry& entry, const exercise::ExerciseHeld& held, const AreaCode& from) {
    if (from.level() != Level::town) return;
    rows.run(
        "INSERT INTO evaluation_drill(node, exercise, title, held_at, score, judged, injects) VALUES(:n, :e, :t, :a, "
        ":s, :j, :i) ON CONFLICT(node, exercise) DO NOTHING",
        from,
        entry.subject,
        held.title,
        entry.at,
        static_cast<double>(held.score),
        held.judged,
        held.injects
    );
}

/// Only a county nominates, and only its own: a town of another county is not kept.
void mirror(Rows& rows, const Entry& entry, const StationNominated& nominated, const AreaCode& from) {
    const bool own = nominated.station.level() == Level::town && nominated.station.parent() == from;
    if (own) project(rows, entry, nominated);
}

void mirror(Rows& rows, const Entry& entry, const NominationWithdrawn& withdrawn, const AreaCode& from) {
    withdraw(rows, entry, withdrawn, from);
}

void mirror(Rows& rows, const Entry& entry, const EvaluationConcluded& concluded, const AreaCode& from) {
    if (from.level() == Level::prefecture) project(rows, entry, concluded);
}

void mirror(Rows& rows, const Entry& entry, const ResultPassedOn& passed, const AreaCode& from) {
    if (passed.standing.station.parent() == from) project(rows, entry, passed);
}

}  // namespace anlan::evaluation
