#include <algorithm>

#include "app/announcing_player.hpp"
#include "broadcast/commands.hpp"

/// What became of the sound that has left.
namespace anlan::app {

namespace {

using namespace std::chrono_literals;
using loudspeakers::Fate;

broadcast::Outcome outcome_of(Fate fate) {
    switch (fate) {
        case Fate::played:
            return broadcast::Outcome::played;
        case Fate::failed:
            return broadcast::Outcome::failed;
        case Fate::sent:
            return broadcast::Outcome::sent;
        default:
            return broadcast::Outcome::silent;
    }
}

}  // namespace

/// The last receipt ends it in the room; until that is written it must not seem to be wanted still.
void Player::take(const std::string& play, const std::vector<loudspeakers::Receipt>& receipts) {
    const auto found = on_air_.find({play});
    if (found == on_air_.end()) return;
    auto& air = found->second;
    for (const auto& receipt : receipts) {
        if (air.open.erase(receipt.terminal) == 0) continue;
        const auto& verdict = receipt.verdict;
        const auto seconds =
            std::max<std::int64_t>(verdict.seconds, verdict.fate == Fate::played || verdict.fate == Fate::sent ? 1 : 0);
        report(broadcast::ReportPlayed{air.what.id, {receipt.terminal}, outcome_of(verdict.fate), seconds, verdict.note}
        );
    }
    if (!air.open.empty() || air.done) return;
    air.done = true;
    air.sounding = false;
    stale_ = true;  // its loudspeakers are free for the next
    silence({play});
}

void Player::end(const BroadcastId& id) {
    silence(id);
    rounds_done_.forget(id.text);
    on_air_.erase(id);
}

void Player::note_round(const Air& air, SteadyTime now) {
    if (!air.began_sounding || air.round_seconds <= 0) return;
    const auto spent = std::chrono::duration<double>(now - air.began).count();
    const auto done = air.rounds_before + static_cast<std::size_t>(spent / air.round_seconds);
    const auto repeats = static_cast<std::size_t>(std::max<std::int64_t>(1, air.what.repeats));
    rounds_done_.note(air.what.id.text, std::min(done, repeats - 1));
}

/// Rounds done, sound out, patience over.
void Player::watch(SteadyTime now) {
    std::vector<std::string> over;
    for (auto& [id, air] : on_air_) {
        if (!air.began_sounding || air.done) continue;
        note_round(air, now);
        air.horns_out = air.horns_out || now >= air.horns_end;
        if (air.sounding && air.rtp_out && air.horns_out && air.pages_out && air.streams_out) {
            air.sounding = false;
            stale_ = true;  // its loudspeakers are free for the next
            const auto patience = around_.settings.loudspeakers ? around_.settings.loudspeakers->patience + 2s : 0s;
            air.give_up = now + std::max<std::chrono::milliseconds>(patience, around_.settings.horn_patience);
        }
        if (!air.sounding && now >= air.give_up) over.push_back(id.text);
    }
    for (const auto& play : over) {
        std::vector<loudspeakers::Receipt> silent;
        for (const auto& terminal : on_air_.at({play}).open)
            silent.push_back({terminal, {Fate::silent, 0, "没有回执"}});
        take(play, silent);
    }
}

}  // namespace anlan::app
