#include <algorithm>

#include "broadcast/commands.hpp"
#include "broadcast/rules.hpp"

namespace anlan::broadcast {

namespace {

constexpr std::chrono::seconds kClockSlack{5};

/// A terminal that lies: it says it has played what there was no time for.
Result<void> check_receipt(const ReportPlayed& wish, const BroadcastFacts& broadcast, const Desk& desk) {
    if (wish.outcome == Outcome::stopped)
        return refuse("outcome_invalid", "outcome", "终端不能报告“取消”", "a terminal does not report that");
    const auto spent = broadcast.begun_at ? desk.now - *broadcast.begun_at + kClockSlack : Milliseconds{0};
    const bool possible = wish.seconds >= 0 && std::chrono::seconds{wish.seconds} <= spent &&
                          ((wish.outcome != Outcome::played && wish.outcome != Outcome::sent) || wish.seconds > 0);
    if (possible) return done();
    return refuse(
        "seconds_invalid",
        "seconds",
        "回执的播放时长不可能，不予采信",
        "it cannot have played for so long; the receipt is not believed"
    );
}

}  // namespace

Result<Decision> decide(const BeginBroadcast& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, own_on_air(desk, wish.broadcast));
    if (found.begun_at) return Decision{{}, found.id.text, {}};
    return journal::decided(
        journal::event(found.id.text, BroadcastBegun{close_of_sounding(desk, found.sheet, wish.round_seconds)})
    );
}

Result<Decision> decide(const InterruptBroadcast& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, own_on_air(desk, wish.broadcast));
    BOOST_OUTCOME_TRYV(own_broadcast(desk, wish.by));
    if (found.state == BroadcastState::waiting) return Decision{{}, found.id.text, {}};
    const auto mine = to_play(desk.views, found.id), other = to_play(desk.views, wish.by);
    if (!mine || !other || !pre_empts(other->order, mine->order))
        return refuse(
            "not_more_urgent", "by", "级别不高于正在播发的广播，不能打断", "only what is more urgent may interrupt"
        );
    return journal::decided(
        journal::event(found.id.text, BroadcastInterrupted{wish.by, close_of_waiting(desk, found.sheet)})
    );
}

Result<Decision> decide(const ResumeBroadcast& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, own_on_air(desk, wish.broadcast));
    if (!found.interrupted_at) return Decision{{}, found.id.text, {}};
    return journal::decided(
        journal::event(found.id.text, BroadcastResumed{close_of_sounding(desk, found.sheet, wish.round_seconds)})
    );
}

Result<Decision> decide(const ReportPlayed& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, own_broadcast(desk, wish.broadcast));
    const auto parts = parts_of(desk.views, found.id);
    const auto part = std::find_if(parts.begin(), parts.end(), [&](const PartFacts& each) {
        return each.terminal == wish.terminal;
    });
    if (part != parts.end() && part->outcome == wish.outcome) return Decision{{}, found.id.text, {}};
    BOOST_OUTCOME_TRYV(own_on_air(desk, wish.broadcast));
    if (part == parts.end())
        return refuse(
            "not_addressed", "terminal", "这条广播没有发给这个喇叭", "this broadcast did not go to this loudspeaker"
        );
    if (part->outcome)
        return refuse(
            "already_reported", "terminal", "这个喇叭已有回执，以第一次为准", "it has a receipt already; the first stands"
        );
    BOOST_OUTCOME_TRYV(check_receipt(wish, found, desk));
    const ReceiptTaken receipt{wish.terminal, wish.outcome, wish.seconds, wish.note};
    journal::Events events{journal::event(found.id.text, receipt)};
    const auto open = std::count_if(parts.begin(), parts.end(), [](const PartFacts& each) { return !each.outcome; });
    if (open == 1) events.push_back(journal::event(found.id.text, finished(desk, found, receipt)));
    return journal::decided(std::move(events), found.id.text);
}

Result<Decision> decide(const FinishBroadcast& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, own_broadcast(desk, wish.broadcast));
    if (found.ended()) return Decision{{}, found.id.text, {}};
    BOOST_OUTCOME_TRYV(own_on_air(desk, wish.broadcast));
    return journal::decided(journal::event(found.id.text, finished(desk, found, std::nullopt)));
}

std::optional<World> world_of(const BeginBroadcast& wish, store::Rows& rows) {
    return world_of_broadcast(rows, wish.broadcast);
}
std::optional<World> world_of(const InterruptBroadcast& wish, store::Rows& rows) {
    return world_of_broadcast(rows, wish.broadcast);
}
std::optional<World> world_of(const ResumeBroadcast& wish, store::Rows& rows) {
    return world_of_broadcast(rows, wish.broadcast);
}
std::optional<World> world_of(const ReportPlayed& wish, store::Rows& rows) {
    return world_of_broadcast(rows, wish.broadcast);
}
std::optional<World> world_of(const FinishBroadcast& wish, store::Rows& rows) {
    return world_of_broadcast(rows, wish.broadcast);
}

}  // namespace anlan::broadcast
