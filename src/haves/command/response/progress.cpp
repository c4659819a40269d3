#include "response/progress.hpp"

#include "calls/queries.hpp"
#include "organisation/queries.hpp"
#include "response/totals.hpp"
#include "tasks/queries.hpp"

namespace anlan::response {

namespace {

void add(Progress& into, const calls::CallCounts& calls, const tasks::TaskCounts& tasks) {
    into.calls_total += calls.total;
    into.calls_answered += calls.answered;
    into.calls_open += calls.open;
    into.calls_late += calls.late;
    into.tasks_total += tasks.total;
    into.tasks_done += tasks.done;
    into.tasks_late += tasks.late;
}

void count(Progress& into, const Totals& told) {
    into.calls_total = told.calls_total;
    into.calls_answered = told.calls_answered;
    into.calls_open = told.calls_open;
    into.calls_late = told.calls_late;
    into.tasks_total = told.tasks_total;
    into.tasks_done = told.tasks_done;
    into.tasks_late = told.tasks_late;
    into.units = told.units;
    into.units_responding = told.units_responding;
}

bool directly_below(const AreaCode& area, const AreaCode& node) {
    return area != node && area.parent() == node;
}

}  // namespace

std::vector<Progress> progress(
    store::Rows& rows, const World& world, const journal::NodeFacts& node, Instant now, const LinkUp& link_up
) {
    const bool villages = node.level() == Level::town;
    std::vector<Progress> all;
    for (const auto& area : organisation::areas_below(rows, node.area)) {
        if (!directly_below(area.code, node.area)) continue;
        Progress one;
        one.area = area.code;
        one.name = area.name;
        one.lon = area.lon;
        one.lat = area.lat;
        if (link_up) one.link_up = link_up(area.code).value_or(true);
        one.responses = rows.select<LevelBelow>(
            "SELECT hazard, level, state FROM other_response WHERE node = :n AND drill = :d AND state <> 'closed' "
            "ORDER BY level, hazard, id",
            area.code,
            world.text()
        );
        const auto told = villages ? std::nullopt : told_by(rows, area.code, world);
        if (told) count(one, *told);
        if (villages)  // by the town's own people there
            add(one,
                calls::counts_of_area(rows, area.code, world.text(), now),
                tasks::counts_of_area(rows, area.code, world.text(), now));
        if (!told)  // by its own node, where it has one
            add(one,
                calls::counts_of_node(rows, area.code, world.text(), now),
                tasks::counts_of_node(rows, area.code, world.text(), now));
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace anlan::response
