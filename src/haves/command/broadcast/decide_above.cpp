#include "broadcast/commands.hpp"
#include "broadcast/rules.hpp"
#include "broadcast/targets.hpp"

namespace anlan::broadcast {

/// Two people have released it above; here it only finds its loudspeakers. Where there are none it has ended at once,
/// and the node above sees that nobody heard it.
Result<Decision> decide(const TakeFromAbove& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    if (find_broadcast(desk.views, wish.broadcast)) return Decision{{}, wish.broadcast.text, {}};
    if (wish.from == desk.node.area || !wish.from.contains(desk.node.area))
        return refuse("not_above", "from", "不是上级下发的广播", "it does not come from a node above");
    BOOST_OUTCOME_TRY(const auto nature, Nature::of(desk.world, wish.sheet));
    const auto* real = std::get_if<RealSheet>(&nature);
    if (real == nullptr) return refuse("only_real", "sheet.purpose", "演练广播不下发", "an exercise does not go down");
    const auto targets = targets_of(*real, desk.views);
    const TakenFromAbove taken{
        wish.from, wish.sheet, real->words(), wish.by, targets.ids(), close_of_waiting(desk, wish.sheet)};
    journal::Events events{journal::event(wish.broadcast.text, taken)};
    if (targets.ids().empty()) {
        BroadcastFinished end;
        end.title = wish.sheet.title;
        end.state = BroadcastState::failed;
        events.push_back(journal::event(wish.broadcast.text, end));
    }
    return journal::decided(std::move(events), wish.broadcast.text);
}

Result<Decision> decide(const GiveAuthority& wish, const Desk& desk) {
    if (wish.until <= desk.now) return Decision{{}, wish.warning, {}};
    return journal::decided(
        journal::event(wish.warning, AuthorityGiven{wish.headline, wish.hazard, wish.areas, wish.until})
    );
}

Result<Decision> decide(const EndAuthority& wish, const Desk& desk) {
    for (const auto& each : authorities(desk.views, desk.world, desk.now))
        if (each.warning == wish.warning)
            return journal::decided(journal::event(wish.warning, AuthorityEnded{wish.reason}));
    return Decision{{}, wish.warning, {}};
}

}  // namespace anlan::broadcast
