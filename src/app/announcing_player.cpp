#include "app/announcing_player.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <cmath>

#include "broadcast/commands.hpp"

namespace anlan::app {

namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kWatch{100}, kIdle{1'000};

}  // namespace

Player::Player(PlayerSurroundings around)
    : around_(std::move(around)),
      rounds_done_(around_.settings.folder / "announcing.json"),
      listening_since_(around_.clock.now()),
      voice_(std::make_unique<Worker>()),
      horn_work_(std::make_unique<Worker>()) {
    open_ways();
    thread_ = std::thread([this] { run(); });
}

Player::~Player() {
    {
        std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
    voice_.reset();  // they tell this one, so they end first
    horn_work_.reset();
    sender_.reset();
    horns_.reset();
    pager_.reset();
    caster_.reset();
}

void Player::look_again() {
    {
        std::lock_guard lock(mutex_);
        asked_ = true;
    }
    wake_.notify_all();
}

void Player::tell(std::function<void()> news) {
    {
        std::lock_guard lock(mutex_);
        news_.push_back(std::move(news));
    }
    wake_.notify_all();
}

void Player::submit(journal::Wish wish) {
    around_.writer.submit(std::move(wish), [](const Result<journal::Outcome>& done) {
        if (!done) spdlog::warn("broadcast: {} ({})", done.error().en, done.error().code);
    });
}

void Player::run() {
    for (;;) {
        std::vector<std::function<void()>> news;
        {
            std::unique_lock lock(mutex_);
            const auto pause = on_air_.empty() ? kIdle : kWatch;
            wake_.wait_for(lock, pause, [this] { return stopping_ || asked_ || !news_.empty(); });
            if (stopping_) return;
            news.swap(news_);
            stale_ = stale_ || asked_;
            asked_ = false;
        }
        try {
            for (const auto& each : news) each();
            watch(steady_clock::now());
            if (stale_) turn();
            look_at_hearts(steady_clock::now());
        } catch (const std::exception& fault) {
            spdlog::error("broadcast: {}", fault.what());  // a disk that is full: tried again
        }
    }
}

void Player::turn() {
    std::vector<broadcast::ToPlay> wanted;
    around_.read([&](store::Rows& rows) { wanted = broadcast::to_play(rows); });
    stale_ = false;
    next_look_ = {};  // loudspeakers may be others, too
    std::map<BroadcastId, OnAir> airs;
    for (const auto& [id, air] : on_air_) airs.emplace(id, air);
    const auto next = next_turn(wanted, airs);
    for (const auto& id : next.stop) end(id);
    for (const auto& [id, by] : next.interrupt) {
        note_round(on_air_.at(id), steady_clock::now());
        silence(id);
        on_air_.erase(id);
        report(broadcast::InterruptBroadcast{id, by});
    }
    for (const auto& one : wanted)
        if (std::find(next.start.begin(), next.start.end(), one.id) != next.start.end()) begin(one);
}

void Player::begin(const broadcast::ToPlay& what) {
    auto& air = on_air_[what.id] = Air{};
    air.order = what.order;
    air.what = what;
    air.attempt = ++attempts_;
    for (const auto& terminal : what.terminals) {
        air.terminals.insert(terminal.id);
        air.open.insert(terminal.id.text);
    }
    const auto attachments = around_.settings.folder / "attachments";
    voice_->give([this, what, attempt = air.attempt, attachments] {
        auto made = std::make_shared<Result<Round>>(make_round(what, around_.voice, attachments));
        tell([this, id = what.id, attempt, made] { sound(id, attempt, std::move(*made)); });
    });
}

void Player::sound(const BroadcastId& id, std::int64_t attempt, Result<Round> made) {
    const auto found = on_air_.find(id);
    if (found == on_air_.end() || found->second.attempt != attempt) return;  // stopped meanwhile
    auto& air = found->second;
    const auto seconds = made ? static_cast<std::int64_t>(std::ceil(made.value().sound.seconds())) : 0;
    if (air.what.interrupted)
        report(broadcast::ResumeBroadcast{id, seconds});
    else
        report(broadcast::BeginBroadcast{id, seconds});
    if (!made) {
        spdlog::error("broadcast {}: {}", id.text, made.error().en);
        return fail_all(id, made.error().zh);
    }
    send(air, made.value());
    take(id.text, made.value().unreachable);
}

}  // namespace anlan::app
