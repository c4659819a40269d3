#include "broadcast/reactions.hpp"

#include <algorithm>

#include "broadcast/commands.hpp"
#include "broadcast/queries.hpp"

namespace anlan::broadcast {

namespace {

constexpr const char* kActor = "system:broadcast";

bool from_above(const journal::Cause& cause) {
    const AreaCode from{cause.from_area};
    return !cause.mine && from != cause.node.area && from.contains(cause.node.area);
}

}  // namespace

journal::Wishes on_released(const journal::Cause& cause, const ReleasedToReal& released) {
    if (!from_above(cause)) return {};
    const auto& zones = released.sheet.zones;
    const bool ours = std::any_of(zones.begin(), zones.end(), [&](const AreaCode& zone) {
        return zone.overlaps(cause.node.area);
    });
    if (!ours) return {};
    return {cause.wish(
        kActor, TakeFromAbove{{cause.entry.subject}, {cause.from_area}, released.sheet, released.by}
    )};
}

journal::Wishes on_stopped(const journal::Cause& cause, const BroadcastStopped& stopped) {
    const auto found = find_broadcast(cause.views, {cause.entry.subject});
    if (!from_above(cause) || !found || found->from != AreaCode{cause.from_area}) return {};
    return {cause.wish(kActor, StopBroadcast{found->id, stopped.reason})};
}

}  // namespace anlan::broadcast
