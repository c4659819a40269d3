#include "app/announcing.hpp"

#include <algorithm>

#include "app/announcing_player.hpp"
#include "broadcast/answers.hpp"
#include "speech/espeak.hpp"

namespace anlan::app {

namespace {

/// What the player itself has written is no news to it.
bool concerns_loudspeakers(const journal::Entry& entry) {
    if (entry.kind.starts_with("terminal."))
        return !entry.kind.starts_with("terminal.fell_silent") && !entry.kind.starts_with("terminal.heard_again");
    if (!entry.kind.starts_with("broadcast.")) return false;
    for (const auto* own : {"begun", "interrupted", "resumed", "receipt_taken"})
        if (entry.kind.starts_with(std::string("broadcast.") + own)) return false;
    return true;
}

bool is_draft(const journal::Entry& entry) {
    return entry.kind.starts_with("broadcast.drafted") || entry.kind.starts_with("broadcast.revised");
}

}  // namespace

struct Announcing::Inside {
    Inside(AnnouncingSettings given, journal::Writer& to, const Clock& by, seal::Dice& with, Read reader)
        : settings(std::move(given)), writer(to), clock(by), dice(with), read(std::move(reader)) {}

    /// Speaks what may be released soon, so that its sound is there by then.
    void speak_ahead(const std::string& id) {
        std::optional<broadcast::BroadcastFacts> draft;
        read([&](store::Rows& rows) { draft = broadcast::find_broadcast(rows, {id}); });
        if (draft && draft->sheet.recording.empty()) static_cast<void>(voice.wav(broadcast::spoken(*draft)));
    }

    AnnouncingSettings settings;
    journal::Writer& writer;
    const Clock& clock;
    seal::Dice& dice;
    Read read;
    speech::Espeak voice;
    Hearts hearts;
    std::mutex mutex;  ///< of player and ahead: followed while they start and stop
    std::unique_ptr<Player> player;
    std::unique_ptr<Worker> ahead;
};

Announcing::Announcing(
    AnnouncingSettings settings, journal::Writer& writer, const Clock& clock, seal::Dice& dice, Read read
)
    : inside_(std::make_unique<Inside>(std::move(settings), writer, clock, dice, std::move(read))) {}

Announcing::~Announcing() {
    stop();
}

void Announcing::start() {
    auto& in = *inside_;
    const std::lock_guard lock(in.mutex);
    in.ahead = std::make_unique<Worker>();
    in.player = std::make_unique<Player>(PlayerSurroundings{
        in.settings, in.writer, in.clock, in.dice, in.read, in.voice, in.hearts});
}

void Announcing::stop() {
    auto& in = *inside_;
    std::unique_ptr<Player> player;
    std::unique_ptr<Worker> ahead;
    {
        const std::lock_guard lock(in.mutex);
        player = std::move(in.player);
        ahead = std::move(in.ahead);
    }
}

void Announcing::follow(const std::vector<journal::Entry>& entries) {
    auto& in = *inside_;
    const std::lock_guard lock(in.mutex);
    if (!in.player) return;
    if (std::any_of(entries.begin(), entries.end(), &concerns_loudspeakers)) in.player->look_again();
    for (const auto& entry : entries)
        if (is_draft(entry)) in.ahead->give([&in, id = entry.subject] { in.speak_ahead(id); });
}

const broadcast::Speech& Announcing::speech() const {
    return inside_->voice;
}

std::optional<Instant> Announcing::last_heard(const broadcast::TerminalId& terminal) const {
    return inside_->hearts.last(terminal.text);
}

std::uint16_t Announcing::port() const {
    const std::lock_guard lock(inside_->mutex);
    return inside_->player ? inside_->player->port() : 0;
}

}  // namespace anlan::app
