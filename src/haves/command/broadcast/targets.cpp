#include "broadcast/targets.hpp"

#include <algorithm>
#include <set>

#include "broadcast/queries.hpp"

namespace anlan::broadcast {

namespace {

bool within(const TerminalFacts& terminal, const std::vector<AreaCode>& zones) {
    return std::any_of(zones.begin(), zones.end(), [&](const AreaCode& zone) { return zone.contains(terminal.area); });
}

}  // namespace

Result<Nature::Either> Nature::of(const World& world, BroadcastSheet sheet) {
    if (sheet.purpose == Purpose::drill) return Either{DrillSheet(std::move(sheet))};
    if (!world.is_drill()) return Either{RealSheet(std::move(sheet))};
    return refuse(
        "purpose_of_drill",
        "sheet.purpose",
        "现在是演练，只能发演练广播；真实险情请先退出演练",
        "this is a drill, which has broadcasts of purpose drill only; for what is real leave the drill first"
    );
}

RealTargets targets_of(const RealSheet& real, store::Rows& rows) {
    RealTargets targets;
    for (const auto& terminal : terminals(rows))
        if (within(terminal, real.sheet().zones)) targets.ids_.push_back(terminal.id);
    return targets;
}

DrillTargets targets_of(const DrillSheet& drill, store::Rows& rows) {
    DrillTargets targets;
    for (const auto& terminal : terminals(rows))
        if (terminal.drill_ok && within(terminal, drill.sheet().zones)) targets.ids_.push_back(terminal.id);
    return targets;
}

std::vector<AreaCode> told_to(const AreaCode& here, const std::vector<AreaCode>& zones, store::Rows& rows) {
    std::set<AreaCode> below;
    for (auto zone : zones) {
        if (zone.contains(here)) return {};
        while (zone.parent() != here && here.contains(zone.parent())) zone = zone.parent();
        below.insert(zone);
    }
    for (const auto& terminal : all_terminals(rows))
        if (!terminal.node.text.empty() && within(terminal, zones)) below.insert(terminal.node);
    return {below.begin(), below.end()};
}

journal::Event released(
    const BroadcastId& id, const RealSheet& real, const RealTargets& targets, const Release& release, Instant close_by
) {
    return journal::event(
        id.text, ReleasedToReal{real.sheet(), real.words(), release.by(), release.warning(), targets.ids(), close_by}
    );
}

journal::Event released(
    const BroadcastId& id, const DrillSheet& drill, const DrillTargets& targets, const Release& release,
    Instant close_by
) {
    return journal::event(id.text, ReleasedToDrill{drill.sheet(), drill.words(), release.by(), targets.ids(), close_by});
}

}  // namespace anlan::broadcast
