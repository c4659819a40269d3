#include "sip/voice_carrier.hpp"

#include "sip/aside.hpp"

namespace anlan::sip {

namespace {

constexpr std::chrono::milliseconds kTurn{200};

}  // namespace

struct VoiceCarrier::Inside {
    explicit Inside(VoiceSettings given) : settings(std::move(given)) {}
    void turn();

    VoiceSettings settings;
    calls::CarrierNews news;
    mutable std::mutex mutex;
    std::deque<calls::Carry> fresh;
    calls::ChannelHealth health;
    Aside speaking, own{[this] { turn(); }, kTurn};
    std::unique_ptr<Switchboard> board;
};

/// One by one: a disk that fails in between loses none.
void VoiceCarrier::Inside::turn() {
    for (;;) {
        calls::Carry carry;
        {
            std::lock_guard lock(mutex);
            if (fresh.empty()) break;
            carry = fresh.front();
        }
        board->begin_with(carry);
        std::lock_guard lock(mutex);
        fresh.pop_front();
    }
    board->turn();
    if (!board->settled()) return;  // what the journal says of the channel may still be true
    auto now = board->health();
    bool changed = false;
    {
        std::lock_guard lock(mutex);
        changed = health.awake != now.awake || health.note_zh != now.note_zh || !health.configured;
        health = std::move(now);
    }
    if (changed) news.health();
}

VoiceCarrier::VoiceCarrier(VoiceSettings settings) : inside_(std::make_unique<Inside>(std::move(settings))) {}

VoiceCarrier::~VoiceCarrier() {
    close();
}

void VoiceCarrier::open(calls::CarrierNews news) {
    auto& in = *inside_;
    in.news = std::move(news);
    in.board = std::make_unique<Switchboard>(
        in.settings,
        in.news,
        [&in](std::function<void()> work) { in.own.give(std::move(work)); },
        [&in](std::function<void()> work) { in.speaking.give(std::move(work)); }
    );
    in.speaking.start();
    in.own.start();
}

void VoiceCarrier::carry(const calls::Carry& carry) {
    std::lock_guard lock(inside_->mutex);
    inside_->fresh.push_back(carry);
}

calls::ChannelHealth VoiceCarrier::health() const {
    std::lock_guard lock(inside_->mutex);
    return inside_->health;
}

void VoiceCarrier::close() {
    inside_->own.stop();
    inside_->speaking.stop();
    inside_->board.reset();
}

}  // namespace anlan::sip
