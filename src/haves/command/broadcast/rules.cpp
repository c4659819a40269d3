#include "broadcast/rules.hpp"

#include <algorithm>
#include <map>

#include "policy/queries.hpp"

namespace anlan::broadcast {

namespace {

std::map<std::string, AreaCode> zones_of(store::Rows& rows) {
    std::map<std::string, AreaCode> zones;
    for (const auto& terminal : terminals(rows)) zones.emplace(terminal.id.text, terminal.area);
    return zones;
}

}  // namespace

Result<void> only_in_reality(const journal::Desk& desk) {
    if (!desk.world.is_drill()) return done();
    return refuse(
        "only_real", "", "喇叭登记不属于演练，请先退出演练", "loudspeakers are no part of a drill; leave the drill first"
    );
}

Result<BroadcastFacts> own_broadcast(const journal::Desk& desk, const BroadcastId& id) {
    auto found = find_broadcast(desk.views, id);
    if (!found) return refuse("broadcast_unknown", "broadcast", "没有这条广播", "there is no such broadcast here");
    return std::move(*found);
}

Result<BroadcastFacts> own_draft(const journal::Desk& desk, const BroadcastId& id) {
    BOOST_OUTCOME_TRY(auto found, own_broadcast(desk, id));
    if (found.state == BroadcastState::draft) return found;
    return refuse(
        "not_a_draft",
        "broadcast",
        "这条广播已经处理过了，请重新起草一条",
        "this broadcast has been decided on already; write a new one"
    );
}

Result<BroadcastFacts> own_on_air(const journal::Desk& desk, const BroadcastId& id) {
    BOOST_OUTCOME_TRY(auto found, own_broadcast(desk, id));
    if (found.state == BroadcastState::draft)
        return refuse("not_released", "broadcast", "这条广播还没有审核播发", "nobody has released this broadcast");
    if (found.ended()) return refuse("broadcast_ended", "broadcast", "这条广播已经结束", "this broadcast has ended");
    return found;
}

Result<TerminalFacts> own_terminal(const journal::Desk& desk, const TerminalId& id) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    auto found = find_terminal(desk.views, id);
    if (!found || !found->node.text.empty())
        return refuse("terminal_unknown", "terminal", "没有这个喇叭", "there is no such loudspeaker here");
    if (found->retired_at)
        return refuse("terminal_retired", "terminal", "这个喇叭已停用", "this loudspeaker is out of use");
    return std::move(*found);
}

std::optional<World> world_of_broadcast(store::Rows& rows, const BroadcastId& id) {
    const auto found = find_broadcast(rows, id);
    if (!found) return std::nullopt;
    return found->world();
}

Instant close_of_sounding(const journal::Desk& desk, const BroadcastSheet& sheet, std::int64_t round_seconds) {
    const auto seconds = std::max(seconds_of(desk.views, sheet), round_seconds * sheet.repeats);
    return desk.now + std::chrono::seconds{seconds} +
           policy::seconds(desk.views, "broadcast.receipt_limit");
}

Instant close_of_waiting(const journal::Desk& desk, const BroadcastSheet& sheet) {
    return close_of_sounding(desk, sheet) + policy::seconds(desk.views, "broadcast.wait_limit");
}

BroadcastFinished finished(
    const journal::Desk& desk, const BroadcastFacts& broadcast, const std::optional<ReceiptTaken>& last
) {
    BroadcastFinished end;
    end.title = broadcast.sheet.title;
    const auto zones = zones_of(desk.views);
    for (const auto& part : parts_of(desk.views, broadcast.id)) {
        const auto outcome = last && last->terminal == part.terminal ? last->outcome : part.outcome;
        if (!outcome || outcome == Outcome::silent) end.silent.push_back(part.terminal);
        if (outcome == Outcome::failed) ++end.failed;
        if (outcome == Outcome::sent) ++end.sent;
        if (outcome != Outcome::played) continue;
        ++end.played;
        const auto zone = zones.find(part.terminal.text);
        const bool known = zone == zones.end() ||
                           std::find(end.proved.begin(), end.proved.end(), zone->second) != end.proved.end();
        if (!known && !broadcast.world().is_drill()) end.proved.push_back(zone->second);
    }
    const bool all = end.failed == 0 && end.silent.empty() && end.played + end.sent > 0;
    end.state = all ? BroadcastState::done : BroadcastState::failed;
    end.test_by = desk.now + policy::seconds(desk.views, "broadcast.test_interval");
    return end;
}

}  // namespace anlan::broadcast
