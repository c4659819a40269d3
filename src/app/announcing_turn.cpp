#include "app/announcing_turn.hpp"

#include <algorithm>
#include <optional>

namespace anlan::app {

namespace {

using broadcast::BroadcastId;
using broadcast::TerminalId;
using broadcast::ToPlay;

bool meet(const std::set<TerminalId>& a, const std::set<TerminalId>& b) {
    return std::any_of(a.begin(), a.end(), [&](const TerminalId& id) { return b.contains(id); });
}

std::set<TerminalId> terminals_of(const ToPlay& one) {
    std::set<TerminalId> made;
    for (const auto& terminal : one.terminals) made.insert(terminal.id);
    return made;
}

/// Who has which loudspeakers from now on.
struct Taken {
    struct Share {
        BroadcastId by;
        std::set<TerminalId> terminals;
    };
    std::vector<Share> shares;

    std::optional<BroadcastId> who_has(const std::set<TerminalId>& any) const {
        for (const auto& share : shares)
            if (meet(share.terminals, any)) return share.by;
        return std::nullopt;
    }
};

}  // namespace

Turn next_turn(const std::vector<ToPlay>& wanted, const std::map<BroadcastId, OnAir>& on_air) {
    Turn turn;
    Taken taken;
    std::set<TerminalId> waited_for;  // by somebody before: nobody slips in
    for (const auto& [id, air] : on_air)
        if (std::none_of(wanted.begin(), wanted.end(), [&](const ToPlay& one) { return one.id == id; }))
            turn.stop.push_back(id);
    const auto holds_out = [&](const ToPlay& one, const std::set<TerminalId>& terminals) {
        return std::any_of(on_air.begin(), on_air.end(), [&](const auto& entry) {
            const auto& [id, air] = entry;
            const bool ends = std::find(turn.stop.begin(), turn.stop.end(), id) != turn.stop.end();
            return air.sounding && !ends && meet(air.terminals, terminals) && !pre_empts(one.order, air.order);
        });
    };
    for (const auto& one : wanted) {
        const auto air = on_air.find(one.id);
        if (air != on_air.end()) {
            if (!air->second.sounding) continue;
            const auto by = taken.who_has(air->second.terminals);
            if (by)
                turn.interrupt.emplace_back(one.id, *by);
            else
                taken.shares.push_back({one.id, air->second.terminals});
            continue;
        }
        auto terminals = terminals_of(one);
        if (terminals.empty()) continue;
        if (taken.who_has(terminals) || meet(waited_for, terminals) || holds_out(one, terminals)) {
            waited_for.merge(terminals);
            continue;
        }
        turn.start.push_back(one.id);
        taken.shares.push_back({one.id, std::move(terminals)});
    }
    return turn;
}

}  // namespace anlan::app
