#include <algorithm>

#include "broadcast/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::broadcast {

namespace {

/// Released and not ended. What was released here counts as of the lowest platform, so the upper one goes first.
ToPlay playable(store::Rows& rows, const BroadcastFacts& broadcast) {
    ToPlay made;
    const auto& sheet = broadcast.sheet;
    made.id = broadcast.id;
    made.order = {
        sheet.purpose,
        sheet.severity,
        broadcast.from.text.empty() ? Level::village : broadcast.from.level(),
        broadcast.released_at.value_or(broadcast.drafted_at),
        broadcast.id};
    made.state = broadcast.state;
    made.interrupted = broadcast.interrupted_at.has_value();
    made.exercise = broadcast.exercise();
    made.words = broadcast.words;
    made.recording = sheet.recording;
    made.siren = sheet.siren;
    made.siren_seconds = policy::seconds(rows, "broadcast.siren_seconds").count();
    made.repeats = sheet.repeats;
    for (const auto& part : parts_of(rows, broadcast.id)) {
        if (part.outcome) continue;
        if (auto terminal = find_terminal(rows, part.terminal)) made.terminals.push_back(std::move(*terminal));
    }
    return made;
}

}  // namespace

std::vector<ToPlay> to_play(store::Rows& rows) {
    std::vector<ToPlay> all;
    for (const auto& id : rows.list<BroadcastId>(
             "SELECT id FROM broadcast WHERE node = '' AND state IN ('waiting', 'playing') ORDER BY id"
         ))
        all.push_back(playable(rows, *find_broadcast(rows, id)));
    std::sort(all.begin(), all.end(), [](const ToPlay& a, const ToPlay& b) { return before(a.order, b.order); });
    return all;
}

std::optional<ToPlay> to_play(store::Rows& rows, const BroadcastId& id) {
    const auto found = find_broadcast(rows, id);
    if (!found || found->state == BroadcastState::draft || found->ended()) return std::nullopt;
    return playable(rows, *found);
}

}  // namespace anlan::broadcast
