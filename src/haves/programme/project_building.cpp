#include "programme/project_building.hpp"

namespace anlan::programme {

using journal::Entry;
using store::Rows;

namespace {

void keep(Rows& rows, const BuildPlanAdopted& adopted, bool own) {
    rows.run(
        "INSERT INTO build_plan(year, own, content) VALUES(:y, :o, :c) ON CONFLICT(year, own) DO UPDATE SET content = "
        "excluded.content",
        adopted.plan.year,
        own,
        to_json(adopted.plan).as_object()
    );
}

void keep(Rows& rows, const BuildTaskReported& reported, const AreaCode& node) {
    rows.run(
        "INSERT INTO build_progress(node, year, task, state, day, note) VALUES(:n, :y, :t, :s, :d, :w) "
        "ON CONFLICT(node, year, task) DO UPDATE SET state = excluded.state, day = excluded.day, note = excluded.note",
        node,
        reported.year,
        reported.task,
        reported.state,
        reported.day,
        reported.note
    );
}

}  // namespace

void project(Rows& rows, const Entry&, const BuildPlanAdopted& adopted) {
    keep(rows, adopted, true);
}
void project(Rows& rows, const Entry&, const BuildTaskReported& reported) {
    keep(rows, reported, {});
}
void mirror(Rows& rows, const Entry&, const BuildPlanAdopted& adopted, const AreaCode&) {
    keep(rows, adopted, false);
}
void mirror(Rows& rows, const Entry&, const BuildTaskReported& reported, const AreaCode& from) {
    keep(rows, reported, from);
}

}  // namespace anlan::programme
