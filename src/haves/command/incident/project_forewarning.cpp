#include "incident/project.hpp"

namespace anlan::incident {

/// In the town's own course, so that its officer knows what the county knows.
void project(store::Rows& rows, const Entry& entry, const IncidentForewarned& forewarned) {
    if (forewarned.over_because.empty())
        return write_line(
            rows,
            entry,
            {},
            false,
            "已自动先行告知上级，待本级核实报告",
            "The level above was told ahead; a report is to follow"
        );
    write_line(
        rows,
        entry,
        {},
        false,
        "已告知上级不再续报：" + forewarned.over_because,
        "The level above was told that nothing more will come: " + forewarned.over_because
    );
}

/// The last word counts.
void project(store::Rows& rows, const Entry& entry, const ForewarningNoted& noted) {
    rows.run(
        "INSERT INTO incident_forewarning(incident, drill, node, at, over, body) VALUES(:i, :d, :n, :a, :o, :b) "
        "ON CONFLICT(incident) DO UPDATE SET at = excluded.at, over = excluded.over, body = excluded.body",
        entry.subject,
        entry.drill,
        noted.node,
        entry.at,
        !noted.told.over_because.empty(),
        noted
    );
}

}  // namespace anlan::incident
