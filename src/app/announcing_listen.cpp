#include <algorithm>

#include "app/announcing_player.hpp"
#include "policy/queries.hpp"

namespace anlan::app {

namespace {

using broadcast::TerminalKind;

}  // namespace

/// Who is there and who is not. A loudspeaker that this machine has no way to is not missed: nobody listened for it.
void Player::look_at_hearts(SteadyTime now) {
    if (now < next_look_) return;
    next_look_ = now + around_.settings.look;
    std::vector<broadcast::TerminalFacts> all;
    Milliseconds limit{};
    around_.read([&](store::Rows& rows) {
        all = broadcast::terminals(rows);
        limit = policy::seconds(rows, "broadcast.heartbeat_limit");
    });
    terminal_of_horn_.clear();
    for (const auto& terminal : all)
        if (terminal.kind == TerminalKind::horn) terminal_of_horn_[terminal.address] = terminal.id.text;
    const bool broker = horns_ && horns_->connected();
    std::erase_if(all, [&](const broadcast::TerminalFacts& one) {
        switch (one.kind) {
            case TerminalKind::rtp:
                return sender_ == nullptr;
            case TerminalKind::sip:
                return pager_ == nullptr;
            case TerminalKind::icecast:
                return around_.settings.icecast.empty();
            case TerminalKind::horn:
                break;
        }
        return !broker;
    });
    if (sender_) sender_->know(targets_of(all));
    probe(all, now);
    auto news = around_.hearts.compare(all, around_.clock.now(), listening_since_, limit);
    if (!news.heard.terminals.empty()) report(std::move(news.heard));
    if (!news.missed.terminals.empty() && !around_.settings.demo) report(std::move(news.missed));
}

/// Loudspeakers that have said nothing for a while and are not in use are asked.
void Player::probe(const std::vector<broadcast::TerminalFacts>& terminals, SteadyTime steady) {
    const auto now = around_.clock.now();
    std::vector<broadcast::TerminalFacts> quiet;
    for (const auto& terminal : terminals) {
        const auto heard_at = around_.hearts.last(terminal.id.text);
        const bool in_use = std::any_of(on_air_.begin(), on_air_.end(), [&](const auto& entry) {
            return entry.second.terminals.contains(terminal.id);
        });
        if (in_use || (heard_at && now - *heard_at <= around_.settings.probe / 2)) continue;
        // A new one is asked often, so that whoever hangs it sees at once that it is there.
        const bool fresh = terminal.hearing == broadcast::Hearing::unheard;
        const auto [asked, first] = probed_.try_emplace(terminal.id.text, steady);
        if (!first && steady - asked->second < (fresh ? around_.settings.look : around_.settings.probe)) continue;
        asked->second = steady;
        quiet.push_back(terminal);
    }
    const auto targets = targets_of(quiet);
    if (sender_ && !targets.empty()) sender_->probe(targets);
    if (pager_) pager_->probe(pages_of(quiet));
    caster_->probe(streams_of(quiet));
}

}  // namespace anlan::app
