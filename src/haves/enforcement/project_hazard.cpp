#include "enforcement/project.hpp"

namespace anlan::enforcement {

namespace {

/// `node` is empty for our own.
void list(store::Rows& rows, const Entry& entry, const MajorHazardListed& listed, const std::string& node) {
    rows.run(
        "INSERT INTO listed_hazard(id, node, party_name, address, body, basis, listed_at) "
        "VALUES(:i, :n, :p, :d, :t, :b, :a) ON CONFLICT(id) DO NOTHING",
        entry.subject,
        node,
        listed.party_name,
        listed.address,
        listed.text,
        listed.basis,
        entry.at
    );
}

void supervise(store::Rows& rows, const Entry& entry, const MajorHazardSupervised& supervised) {
    rows.run(
        "INSERT INTO hazard_supervision(hazard, due, demands, by_title, at) VALUES(:i, :d, :m, :b, :a) "
        "ON CONFLICT(hazard) DO UPDATE SET due = excluded.due, demands = excluded.demands, by_title = "
        "excluded.by_title, at = excluded.at",
        entry.subject,
        supervised.due,
        supervised.demands,
        supervised.by_title,
        entry.at
    );
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const HazardFound& found) {
    rows.run(
        "INSERT INTO enforcement_hazard(id, party, place, source, origin, body, basis, grade, judged_by, judged_after, "
        "photos, found_at, measure, rectification, removed_how) VALUES(:i, :p, :l, :s, :o, :t, :b, :g, :j, :f, :h, :a, "
        "'', '', '')",
        entry.subject,
        found.party,
        found.party.place,
        found.source,
        found.origin,
        found.text,
        found.basis,
        found.grade,
        found.judged_by,
        found.judged_after,
        found.photos,
        entry.at
    );
}

void project(store::Rows& rows, const Entry& entry, const MajorHazardListed& listed) {
    list(rows, entry, listed, {});
}

void project(store::Rows& rows, const Entry& entry, const MajorHazardSupervised& supervised) {
    supervise(rows, entry, supervised);
}

void project(store::Rows& rows, const Entry& entry, const HazardRemoved& removed) {
    rows.run(
        "UPDATE enforcement_hazard SET removed_at = :a, removed_how = :h WHERE id = :i",
        entry.at,
        removed.how,
        entry.subject
    );
    rows.run("UPDATE listed_hazard SET removed_at = :a WHERE id = :i AND node = ''", entry.at, entry.subject);
}

void mirror(store::Rows& rows, const Entry& entry, const MajorHazardListed& listed, const AreaCode& from) {
    list(rows, entry, listed, from.text);
}

void mirror(store::Rows& rows, const Entry& entry, const HazardRemoved&, const AreaCode& from) {
    rows.run(
        "UPDATE listed_hazard SET removed_at = :a WHERE id = :i AND node = :n", entry.at, entry.subject, from.text
    );
}

void mirror(store::Rows& rows, const Entry& entry, const MajorHazardSupervised& supervised, const AreaCode&) {
    supervise(rows, entry, supervised);
}

void mirror(store::Rows&, const Entry&, const InspectionPlanApproved&, const AreaCode&) {
    // Above it is a line of the log; the plan itself stays with who carries it out.
}

}  // namespace anlan::enforcement
