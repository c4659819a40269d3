#include "programme/commands.hpp"
#include "programme/queries.hpp"

namespace anlan::programme {

Result<journal::Decision> decide(const StirReadiness&, const journal::Desk& desk) {
    if (!is_station(desk.node) || gathering(desk.views, desk.now)) return journal::Decision{};
    return journal::decided(journal::event(kReadiness, ReadinessStirred{}));
}

Result<journal::Decision> decide(const TellReadiness&, const journal::Desk& desk) {
    return journal::decided(journal::event(kReadiness, ReadinessTold{readiness_of({desk.views, desk.node, desk.now})}));
}

}  // namespace anlan::programme
