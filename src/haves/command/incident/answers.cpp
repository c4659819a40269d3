#include "incident/answers.hpp"

#include <algorithm>

#include "incident/forewarning.hpp"
#include "incident/stages.hpp"
#include "organisation/queries.hpp"

namespace anlan::incident {

namespace {

ClockAnswer clock(ClockKind kind, Instant from, Instant due, const std::optional<Instant>& done_at, Instant now) {
    return {kind, from, due, done_at, done_at.value_or(now) > due};
}

std::vector<ClockAnswer> clocks_of(store::Rows& rows, const IncidentFacts& incident, Instant now) {
    std::vector<ClockAnswer> clocks{
        clock(ClockKind::phone, incident.known_at, incident.phone_by, incident.phoned_at, now),
        clock(ClockKind::written, incident.known_at, incident.written_by, incident.written_at, now)};
    if (incident.followup_by) {
        const auto last = report_of(rows, incident.id, "", incident.reports);
        const auto from = last ? last->at : incident.known_at;
        clocks.push_back(clock(ClockKind::followup, from, *incident.followup_by, std::nullopt, now));
    }
    if (incident.final_by)
        clocks.push_back(clock(
            ClockKind::final, incident.closed_at.value_or(incident.known_at), *incident.final_by, incident.final_at, now
        ));
    std::sort(clocks.begin(), clocks.end(), [](const auto& a, const auto& b) { return a.due < b.due; });
    return clocks;
}

std::string state_of(const IncidentFacts& incident) {
    if (!incident.ended_as.empty()) return incident.ended_as;
    return incident.closed_at ? "closed" : "open";
}

}  // namespace

IncidentAnswer head_of(store::Rows& rows, const IncidentFacts& incident, const journal::NodeFacts& node, Instant now) {
    IncidentAnswer made;
    const auto* kind = find_kind(incident.kind);
    made.id = incident.id.text;
    made.drill = incident.drill;
    made.source = incident.source;
    if (!incident.from.empty()) made.from_name = organisation::area_name(rows, AreaCode{incident.from});
    made.kind = incident.kind;
    made.kind_name = kind != nullptr ? kind->zh : incident.kind;
    if (kind != nullptr) made.kind_class = kind->kind_class;
    made.title = incident.account.title;
    made.figures = incident.account.figures;
    made.area = incident.area;
    made.area_name = incident.area == node.area ? node.name : organisation::area_name(rows, incident.area);
    made.place = incident.place;
    made.lon = incident.lon;
    made.lat = incident.lat;
    made.outside = incident.outside;
    made.sensitive = incident.sensitive;
    made.verified = incident.verified;
    made.happened_at = incident.happened_at;
    made.known_at = incident.known_at;
    made.entered_at = incident.entered_at;
    made.grade = incident.grade;
    made.grade_reason = incident.grade_reason;
    made.state = state_of(incident);
    made.reports = incident.reports;
    made.clocks = clocks_of(rows, incident, now);
    if (incident.open())
        for (const auto& one : made.clocks)
            if (!made.next && !one.done_at) made.next = one;
    if (!incident.merged_into.empty()) made.merged_into = IncidentId{incident.merged_into};
    return made;
}

Sender sender_of(
    store::Rows& rows, const IncidentFacts& incident, const ReportFacts& report, const journal::NodeFacts& node
) {
    const auto* kind = find_kind(report.body.kind);
    return {
        report.node.empty() ? node.name : organisation::area_name(rows, AreaCode{report.node}),
        report.body.place.area == node.area ? node.name : organisation::area_name(rows, report.body.place.area),
        kind != nullptr ? kind->zh : report.body.kind,
        kind != nullptr ? class_in_words(kind->kind_class) : "",
        !incident.drill.empty()};
}

FormsAnswer forms_of(const ReportFacts& report, const Sender& sender) {
    FormsAnswer made{message_of(report, sender), {}};
    for (const auto& mapping : mappings())
        made.forms.push_back({mapping.key, mapping.zh, mapping.source, mapped(mapping, report, sender)});
    return made;
}

std::vector<ForewarningAnswer> forewarnings_seen(store::Rows& rows, const World& world, std::int64_t limit) {
    std::vector<ForewarningAnswer> all;
    for (auto& each : forewarnings(rows, world, limit)) {
        auto& told = each.body.told;
        const auto* kind = find_kind(told.kind);
        all.push_back(
            {each.incident.text,
             each.node,
             organisation::area_name(rows, each.node),
             organisation::area_name(rows, told.told_by),
             each.at,
             told.happened_at,
             kind != nullptr ? kind->zh : told.kind,
             std::move(told.title),
             std::move(told.words),
             std::move(told.place.words),
             told.figures,
             told.grade,
             told.sensitive}
        );
    }
    return all;
}

}  // namespace anlan::incident
