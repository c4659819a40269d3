#include "warning/reactions.hpp"

namespace anlan::warning {

journal::Wishes take_in_from_above(
    const journal::Cause& cause, const WarningReceived& received, const AreaMatcher& matcher
) {
    if (cause.mine) return {};
    auto alert = received.alert;
    alert.original = received.original;
    return {receive(
        matcher,
        "system:warning",
        ReceiveWarnings{
            .alerts = {std::move(alert)},
            .source = "relay",
            .via = cause.from_area,
            .drill = cause.entry.drill,
            .verdict = {}}
    )};
}

journal::Wishes on_drill_ended(const journal::Cause& cause, const DrillEnded&) {
    return {cause.wish("system:warning", ExpireDrillWarnings{{cause.entry.subject}})};
}

}  // namespace anlan::warning
