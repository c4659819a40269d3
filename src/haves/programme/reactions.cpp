#include "programme/reactions.hpp"

#include "programme/commands.hpp"
#include "programme/queries.hpp"
#include "warning/events.hpp"

namespace anlan::programme {

journal::Wishes stir_readiness(const journal::Cause& cause) {
    const bool counts = cause.entry.drill.empty() || cause.entry.kind == warning::DrillEnded::kKind.text();
    if (!cause.mine || !counts || !is_station(cause.node) || gathering(cause.views, cause.now)) return {};
    return {journal::wish(World::real(), "system:programme", StirReadiness{})};
}

}  // namespace anlan::programme
