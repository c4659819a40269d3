#include "programme/reactions.hpp"

#include <fmt/format.h>

#include <cmath>

#include "programme/acceptance_commands.hpp"
#include "programme/commands.hpp"
#include "programme/queries.hpp"
#include "programme/registers.hpp"
#include "registers/commands.hpp"
#include "warning/events.hpp"

namespace anlan::programme {

journal::Wishes stir_readiness(const journal::Cause& cause) {
    const bool counts = cause.entry.drill.empty() || cause.entry.kind == warning::DrillEnded::kKind.text();
    if (!cause.mine || !counts || !is_station(cause.node) || gathering(cause.views, cause.now)) return {};
    return {journal::wish(World::real(), "system:programme", StirReadiness{})};
}

journal::Wishes pass_receipt_on(const journal::Cause& cause, const AcceptanceFiled&) {
    if (cause.mine) return {};
    return {journal::wish(World::real(), "system:programme", PassReceiptOn{AcceptanceId{cause.entry.subject}})};
}

journal::Wishes enter_training(const journal::Cause& cause, const practice::PracticeFinished& finished) {
    if (!cause.mine) return {};
    constexpr double kSecondsOfHour = 3600;
    const auto result = fmt::format(
        "{}：{} 分，{} 步中 {} 步在时限内", finished.title, finished.points, finished.steps, finished.in_time
    );
    json::object values{
        {"kind", "接报实训"},
        {"day", to_local(cause.now).substr(0, 10)},
        {"hours", std::round(100.0 * static_cast<double>(finished.seconds) / kSecondsOfHour) / 100},
        {"people", 1},
        {"person", finished.person.text},
        {"result", result}};
    return {registers::put_row(trainings(), "system:programme", "", std::move(values))};
}

}  // namespace anlan::programme
