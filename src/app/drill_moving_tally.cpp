#include "app/drill_moving.hpp"
#include "shelter/balance_queries.hpp"

namespace anlan::app {

void DrillMoving::count(const Moving& moving, const World& world) {
    auto& rows = county_.node(moving.town).writer().rows();
    const auto now = shelter::heads_now(rows, world);
    const auto balance = shelter::balance_of(rows, moving.order);
    tally_.listed += balance.listed;
    tally_.moved += balance.moved();
    tally_.in_shelters += now.people;
    tally_.refused += balance.refused;
    tally_.not_found += balance.not_found;
    tally_.over += now.over;
    const auto twice = rows.value<std::int64_t>(
        "SELECT COUNT(*) FROM (SELECT household FROM stay WHERE drill = :d AND left_at IS NULL AND household <> '' "
        "GROUP BY household HAVING COUNT(*) > 1) AS doubled",
        world.text()
    );
    const bool once = balance.sum() == balance.listed && balance.arrived == now.people && twice.value_or(0) == 0;
    tally_.counted_once = tally_.counted_once && once;
    const auto told = county_.nodes().front()->writer().rows().value<std::int64_t>(
        "SELECT people FROM town_heads WHERE node = :n AND drill = :d", moving.town, world.text()
    );
    tally_.told_alike = tally_.told_alike && told.value_or(-1) == now.people;
}

MovingTally DrillMoving::tally(const World& world) const {
    auto sum = tally_;
    for (const auto& [id, moving] : lists_) {
        auto& rows = county_.node(moving.town).writer().rows();
        sum.home += shelter::balance_of(rows, moving.order).returned;
        const auto order = shelter::transfer_row(rows, moving.order);
        const auto now = shelter::heads_now(rows, world);
        sum.ended = sum.ended && order && order->state == shelter::TransferState::closed && now.people == 0 &&
                    now.shelters_open == 0;
    }
    return sum;
}

}  // namespace anlan::app
