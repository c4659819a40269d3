#include "app/drill_callouts.hpp"

#include <spdlog/spdlog.h>

#include "rescue/callout_commands.hpp"
#include "rescue/callout_queries.hpp"

namespace anlan::app {

void call_out(Node& node, const DrillStep& step, const World& world) {
    rescue::Errand errand;
    errand.title = step.headline;
    errand.place = step.source;
    errand.skill = step.event;
    errand.danger = step.instruction;
    const auto wanted = step.figures.find("wanted");
    errand.wanted = wanted == step.figures.end() ? 5 : wanted->second;
    if (step.lon != 0) {
        errand.lon = step.lon;
        errand.lat = step.lat;
    }
    std::vector<rescue::TeamChoice> choices;
    node.read([&](store::Rows& rows) {
        choices = rescue::choices_for(rows, world, errand, node.writer().clock().now());
    });
    if (choices.empty()) return;
    const auto ordered = node.writer().execute(
        journal::wish(world, "drill:duty_officer", rescue::OrderCallout{errand, {{choices.front().team.id}}})
    );
    if (!ordered) spdlog::error("{}: {}", node.settings().facts.name, ordered.error().en);
}

TurnoutTally tally_turnouts(County& county, const World& world) {
    TurnoutTally sum;
    for (auto& node : county.nodes()) {
        auto& rows = node->writer().rows();
        const auto turned = rescue::turnouts_in(rows, world);
        sum.teams += turned.teams;
        sum.turned_out += turned.turned_out;
        sum.in_time += turned.in_time;
        sum.slowest_seconds = std::max(sum.slowest_seconds, turned.slowest_seconds);
        for (const auto& callout : rescue::find_callouts(rows, world, 1'000)) {
            ++sum.callouts;
            if (!callout.closed_at) ++sum.without_end;
        }
    }
    return sum;
}

}  // namespace anlan::app
