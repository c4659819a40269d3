#pragma once

#include "grid/queries.hpp"
#include "incident/commands.hpp"

namespace anlan::grid {

/// The intake that a report becomes: its words, place and time are not typed again. Known since `known_at`, from when
/// the clocks of reporting upward run.
inline incident::TakeIncident incident_of(const ReportFacts& report, const std::string& kind, Instant known_at) {
    incident::TakeIncident taking;
    taking.source = incident::Source::grid;
    taking.words = report.words;
    taking.kind = kind;
    taking.place = report.place;
    taking.area = report.lon ? AreaCode{} : report.area;
    taking.lon = report.lon;
    taking.lat = report.lat;
    taking.happened_at = report.found_at;
    taking.known_at = known_at;
    return taking;
}

}  // namespace anlan::grid
