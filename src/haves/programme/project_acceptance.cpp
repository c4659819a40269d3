#include "programme/project_acceptance.hpp"

/// An acceptance looks the same at the town, the county and the prefecture. What each of them said stands in a table of
/// its own, so that it does not matter whose word came first.
namespace anlan::programme {

using journal::Entry;
using store::Rows;

namespace {

void keep(Rows& rows, const Entry& entry, const AcceptanceApplied& applied, const AreaCode& node) {
    rows.run(
        "INSERT INTO acceptance_application(id, node, station, at, by_title, self, readiness) VALUES(:i, :n, :s, :a, "
        ":b, "
        ":f, :r) ON CONFLICT(id, node) DO NOTHING",
        entry.subject,
        node,
        applied.station,
        entry.at,
        applied.by_title,
        applied.self,
        to_json(applied.readiness).as_object()
    );
}

void keep(Rows& rows, const Entry& entry, const RectificationReported& reported, const AreaCode& node) {
    rows.run(
        "INSERT INTO acceptance_fix_report(acceptance, item, round, node, note, photo, at) VALUES(:a, :i, :r, :n, :t, "
        ":p, :w) ON CONFLICT(acceptance, item, round, node, at) DO NOTHING",
        entry.subject,
        reported.item,
        reported.round,
        node,
        reported.note,
        reported.photo,
        entry.at
    );
}

void keep_receipt(
    Rows& rows, const std::string& acceptance, Instant at, const std::string& number, const std::string& digest
) {
    rows.run(
        "INSERT INTO acceptance_filing(id, at, number, digest) VALUES(:i, :a, :n, :d) ON CONFLICT(id) DO UPDATE SET at "
        "= excluded.at, number = excluded.number, digest = excluded.digest",
        acceptance,
        at,
        number,
        digest
    );
}

}  // namespace

void project(Rows& rows, const Entry& entry, const AcceptanceApplied& applied) {
    keep(rows, entry, applied, applied.station);
}

void project(Rows& rows, const Entry& entry, const ItemReviewed& reviewed) {
    rows.run(
        "INSERT INTO acceptance_review(acceptance, item, points, not_applicable, opinion, photo, lon, lat, reviewer, "
        "by_title, at) "
        "VALUES(:a, :i, :p, :n, :o, :f, :x, :y, :r, :b, :t) ON CONFLICT(acceptance, item) DO UPDATE SET points = "
        "excluded.points, not_applicable = excluded.not_applicable, opinion = excluded.opinion, photo = "
        "excluded.photo, "
        "lon = excluded.lon, lat = excluded.lat, reviewer = excluded.reviewer, by_title = "
        "excluded.by_title, at = excluded.at",
        entry.subject,
        reviewed.item,
        reviewed.points,
        reviewed.not_applicable,
        reviewed.opinion,
        reviewed.photo,
        reviewed.lon,
        reviewed.lat,
        entry.actor,
        reviewed.by_title,
        entry.at
    );
}

void project(Rows& rows, const Entry& entry, const RectificationOrdered& ordered) {
    rows.run(
        "INSERT INTO acceptance_fix(acceptance, item, round, what, until, at) VALUES(:a, :i, :r, :w, :u, :t) "
        "ON CONFLICT(acceptance, item, round) DO NOTHING",
        entry.subject,
        ordered.item,
        ordered.round,
        ordered.what,
        ordered.until,
        entry.at
    );
}

/// Only a station reports here, and only for itself.
void project(Rows& rows, const Entry& entry, const RectificationReported& reported) {
    const auto self = rows.value<AreaCode>(
        "SELECT station FROM acceptance_application WHERE id = :i AND node = station", entry.subject
    );
    if (self) keep(rows, entry, reported, *self);
}

void project(Rows& rows, const Entry& entry, const RectificationAccepted& accepted) {
    rows.run(
        "INSERT INTO acceptance_fix_accepted(acceptance, item, round, at) VALUES(:a, :i, :r, :t) "
        "ON CONFLICT(acceptance, item, round) DO NOTHING",
        entry.subject,
        accepted.item,
        accepted.round,
        entry.at
    );
}

void project(Rows& rows, const Entry& entry, const AcceptanceConcluded& concluded) {
    rows.run(
        "INSERT INTO acceptance_conclusion(id, station, at, content) VALUES(:i, :s, :a, :c) ON CONFLICT(id) DO NOTHING",
        entry.subject,
        concluded.station,
        entry.at,
        to_json(concluded).as_object()
    );
}

void project(Rows& rows, const Entry& entry, const AcceptanceFiled& filed) {
    keep_receipt(rows, entry.subject, entry.at, filed.number, filed.digest);
}

/// The county has the receipt from the prefecture already.
void project(Rows&, const Entry&, const ReceiptPassedOn&) {}

void project(Rows& rows, const Entry& entry, const AcceptanceSubmitted& submitted) {
    rows.run(
        "INSERT INTO acceptance_submission(id, at, digest, files, by_title) VALUES(:i, :a, :d, :f, :b) ON CONFLICT(id) "
        "DO UPDATE SET at = excluded.at, digest = excluded.digest, files = excluded.files, by_title = "
        "excluded.by_title",
        entry.subject,
        entry.at,
        submitted.digest,
        submitted.files,
        submitted.by_title
    );
}

void mirror(Rows& rows, const Entry& entry, const AcceptanceApplied& applied, const AreaCode& from) {
    if (applied.station == from) keep(rows, entry, applied, from);
}

void mirror(Rows& rows, const Entry& entry, const RectificationOrdered& ordered, const AreaCode&) {
    project(rows, entry, ordered);
}

void mirror(Rows& rows, const Entry& entry, const RectificationReported& reported, const AreaCode& from) {
    keep(rows, entry, reported, from);
}

void mirror(Rows& rows, const Entry& entry, const RectificationAccepted& accepted, const AreaCode&) {
    project(rows, entry, accepted);
}

void mirror(Rows& rows, const Entry& entry, const AcceptanceConcluded& concluded, const AreaCode& from) {
    if (from.contains(concluded.station)) project(rows, entry, concluded);
}

void mirror(Rows& rows, const Entry& entry, const AcceptanceSubmitted& submitted, const AreaCode& from) {
    if (from.contains(submitted.station)) project(rows, entry, submitted);
}

void mirror(Rows& rows, const Entry& entry, const AcceptanceFiled& filed, const AreaCode&) {
    project(rows, entry, filed);
}

/// Only from the county above the station, whose own receipt it is.
void mirror(Rows& rows, const Entry& entry, const ReceiptPassedOn& passed, const AreaCode& from) {
    if (from.contains(passed.station)) keep_receipt(rows, entry.subject, passed.filed_at, passed.number, passed.digest);
}

}  // namespace anlan::programme
