#include "enforcement/project.hpp"

namespace anlan::enforcement {

namespace {
constexpr std::int64_t kKindsAtMost = 100;  // of papers one entry issues, each kind once
}

void keep_paper(
    store::Rows& rows, const Entry& entry, const Paper& paper, const std::string& file, const std::string& detail
) {
    rows.run(
        "INSERT INTO enforcement_paper(id, kind, year, number, text, inspection, subject, issued_at, place, "
        "detail) VALUES(:i, :k, :y, :n, :t, :f, :s, :a, :o, :d)",
        paper.id,
        paper.kind,
        paper.year,
        paper.number,
        paper.text,
        file,
        entry.subject,
        entry.at,
        entry.seq * kKindsAtMost + static_cast<std::int64_t>(paper.kind),
        detail
    );
}

void project(store::Rows& rows, const Entry&, const WorkCalendarAdopted& adopted) {
    rows.run("DELETE FROM work_calendar WHERE day LIKE :y", std::to_string(adopted.year) + "-%");
    for (const auto* list : {&adopted.off, &adopted.work})
        for (const auto& day : *list)
            rows.run(
                "INSERT INTO work_calendar(day, works) VALUES(:d, :w) ON CONFLICT(day) DO UPDATE SET works = "
                "excluded.works",
                day,
                list == &adopted.work
            );
}

void project(store::Rows& rows, const Entry& entry, const InspectionPlanDrafted& drafted) {
    rows.run(
        "INSERT INTO inspection_plan(year, visits, capacity, drafted_by, drafted_at, approved_by, note) "
        "VALUES(:y, :v, :c, :b, :a, '', '') ON CONFLICT(year) DO UPDATE SET visits = excluded.visits, "
        "capacity = excluded.capacity, drafted_by = excluded.drafted_by, drafted_at = excluded.drafted_at",
        drafted.year,
        drafted.visits,
        drafted.capacity,
        entry.actor,
        entry.at
    );
}

void project(store::Rows& rows, const Entry& entry, const InspectionPlanApproved& approved) {
    rows.run(
        "UPDATE inspection_plan SET approved_by = :b, approved_at = :a, note = :n WHERE year = :y",
        entry.actor,
        entry.at,
        approved.note,
        approved.year
    );
}

void project(store::Rows& rows, const Entry& entry, const InspectionStarted& started) {
    rows.run(
        "INSERT INTO inspection(id, party, place, checklist, checklist_version, officers, occasion, visit, started_at, "
        "outcome) VALUES(:i, :p, :l, :c, :v, :o, :n, :s, :a, '')",
        entry.subject,
        started.party,
        started.party.place,
        started.checklist,
        started.checklist_version,
        started.officers,
        started.occasion,
        started.visit,
        entry.at
    );
    keep_paper(rows, entry, started.paper, entry.subject, to_json_text(started));
}

void project(store::Rows& rows, const Entry& entry, const InspectionRecorded& recorded) {
    rows.run(
        "UPDATE inspection SET record = :r, recorded_at = :a WHERE id = :i",
        to_json_text(recorded),
        recorded.ended_at.value_or(entry.at),
        entry.subject
    );
    keep_paper(rows, entry, recorded.paper, entry.subject, to_json_text(recorded));
}

void project(store::Rows& rows, const Entry& entry, const InspectionClosed& closed) {
    rows.run(
        "UPDATE inspection SET outcome = :o, closed_at = :a WHERE id = :i", closed.outcome, entry.at, entry.subject
    );
}

void project(store::Rows& rows, const Entry& entry, const InspectionAbandoned&) {
    rows.run("UPDATE inspection SET outcome = 'abandoned', closed_at = :a WHERE id = :i", entry.at, entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const MeasureTaken& taken) {
    for (const auto& hazard : taken.hazards)
        rows.run("UPDATE enforcement_hazard SET measure = :m WHERE id = :i", taken.measure, hazard);
    keep_paper(rows, entry, taken.paper, entry.subject, to_json_text(taken));
}

}  // namespace anlan::enforcement
