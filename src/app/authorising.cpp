#include "app/authorising.hpp"

#include "broadcast/commands.hpp"
#include "warning/events.hpp"
#include "warning/queries.hpp"

namespace anlan::app {

namespace {

constexpr const char* kWarning = "system:warning";
constexpr std::chrono::hours kWithoutEnd{24};  ///< of a warning that names no end

journal::Wishes on_received(const journal::Cause& cause, const warning::WarningReceived& received) {
    if (!cause.mine || received.colour != warning::Colour::red || !received.covers_us) return {};
    const auto found = warning::find_warning(cause.views, {cause.entry.subject});
    if (!found || found->state != warning::WarningState::active) return {};
    return {cause.wish(
        kWarning,
        broadcast::GiveAuthority{
            cause.entry.subject,
            found->headline,
            received.hazard,
            {cause.node.area},
            received.expires.value_or(cause.now + kWithoutEnd)}
    )};
}

template <class E>
journal::Wishes on_over(const journal::Cause& cause, const E&) {
    if (!cause.mine) return {};
    return {cause.wish(kWarning, broadcast::EndAuthority{cause.entry.subject, std::string(E::kKind.name)})};
}

}  // namespace

journal::Room authorising(journal::Room warnings) {
    warnings.reacts<warning::WarningReceived>(&on_received)
        .reacts<warning::WarningSuperseded>(&on_over<warning::WarningSuperseded>)
        .reacts<warning::WarningLifted>(&on_over<warning::WarningLifted>)
        .reacts<warning::WarningExpired>(&on_over<warning::WarningExpired>);
    return warnings;
}

}  // namespace anlan::app
