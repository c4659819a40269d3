#include "grid/answers.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::grid {

namespace {

/// Not sorted in time, or not done in time.
bool is_late(store::Rows& rows, const ReportFacts& report, Instant now) {
    if (report.state == ReportState::fresh) return now > report.at + policy::seconds(rows, "grid.sort_limit");
    return report.due && report.closed_at.value_or(now) > *report.due;
}

std::string grid_name(store::Rows& rows, const GridId& id) {
    const auto grid = find_grid(rows, id);
    return grid ? grid->name : "";
}

std::string who_of(store::Rows& rows, const StepFacts& step) {
    if (step.what == "grid.received") return organisation::area_name(rows, AreaCode{step.who});
    if (step.what == "grid.given" || step.what == "grid.handled")
        return organisation::person_name(rows, PersonId{step.who});
    return step.who;
}

}  // namespace

GridReportAnswer answer_of(store::Rows& rows, const ReportFacts& report, Instant now) {
    GridReportAnswer made;
    made.id = report.id.text;
    made.drill = report.drill;
    if (!report.node.empty()) made.node_name = organisation::area_name(rows, AreaCode{report.node});
    made.grid_name = report.grid.empty() ? "" : grid_name(rows, report.grid);
    made.kind = report.kind;
    made.kind_name = kind_name(report.kind);
    made.area = report.area;
    made.area_name = organisation::area_name(rows, report.area);
    made.severity = report.severity;
    made.words = report.words;
    made.place = report.place;
    made.lon = report.lon;
    made.lat = report.lat;
    made.outside = report.outside;
    made.photo = report.photo;
    made.found_at = report.found_at;
    made.at = report.at;
    made.reporter_name = organisation::person_name(rows, report.reporter);
    made.reporter_phone = organisation::phone_masked(rows, report.reporter);
    made.from_patrol = !report.patrol.empty();
    made.state = report.state;
    made.owner_name = organisation::person_name(rows, report.owner);
    made.owner_title = report.owner_title;
    made.due = report.due;
    made.late = is_late(rows, report, now);
    made.incident = report.incident;
    made.handled_by_name = organisation::person_name(rows, report.handled_by);
    made.handled_words = report.handled_words;
    made.handled_photo = report.handled_photo;
    made.answer = report.answer;
    made.ending = report.ending;
    made.closed_at = report.closed_at;
    return made;
}

ReportDetail detail_of(store::Rows& rows, const ReportFacts& report, Instant now) {
    ReportDetail detail{answer_of(rows, report, now), "", {}};
    if (const auto* kind = find_kind(report.kind)) detail.incident_kind = kind->incident;
    for (const auto& step : steps_of(rows, report.id))
        detail.steps.push_back(
            {step.at,
             step.actor.text.starts_with("system:") ? "" : organisation::person_name(rows, step.actor),
             step.what,
             who_of(rows, step),
             step.words}
        );
    return detail;
}

}  // namespace anlan::grid
