#include "app/announcing_player.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <cmath>

#include "broadcast/commands.hpp"

namespace anlan::app {

namespace {

using namespace std::chrono_literals;
using broadcast::TerminalKind;
using loudspeakers::Fate;
using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kWatch{100}, kIdle{1'000};

broadcast::Outcome outcome_of(Fate fate) {
    switch (fate) {
        case Fate::played:
            return broadcast::Outcome::played;
        case Fate::failed:
            return broadcast::Outcome::failed;
        default:
            return broadcast::Outcome::silent;
    }
}

std::chrono::nanoseconds lasting(double seconds) {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::duration<double>(seconds));
}

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
}

/// A way that does not open is said at each broadcast it would have carried.
void Player::open_ways() {
    const auto beat = [this](const std::string& terminal) { around_.hearts.beat(terminal, around_.clock.now()); };
    const auto& settings = around_.settings;
    no_sender_ = "本机没有配置网络音柱播音（配置文件 [node.loudspeakers]）";
    if (settings.loudspeakers) {
        loudspeakers::RtpNews news;
        news.sent = [this](const std::string& play) {
            tell([this, play] {
                if (const auto air = on_air_.find({play}); air != on_air_.end()) air->second.rtp_out = true;
            });
        };
        news.receipts = [this](const std::string& play, std::vector<loudspeakers::Receipt> receipts) {
            tell([this, play, receipts = std::move(receipts)] { take(play, receipts); });
        };
        news.alive = beat;
        auto sender = loudspeakers::RtpSender::open(*settings.loudspeakers, around_.dice, std::move(news));
        if (sender) {
            sender_ = std::move(sender.value());
        } else {
            no_sender_ = sender.error().zh;
            spdlog::error("loudspeakers: {}", sender.error().en);
        }
    }
    open_pager();
    if (!settings.broker) return;
    HornNews news;
    news.receipt = [this](const std::string& play, const loudspeakers::Receipt& receipt) {
        tell([this, play, receipt] { take(play, {receipt}); });
    };
    news.alive = [this, beat](const std::string& horn) {
        tell([this, beat, horn] {
            if (const auto known = terminal_of_horn_.find(horn); known != terminal_of_horn_.end()) beat(known->second);
        });
    };
    horns_ = std::make_unique<Horns>(
        HornSettings{*settings.broker, settings.area, settings.key, settings.folder / "horn_numbers"},
        around_.clock,
        std::move(news)
    );
}

void Player::open_pager() {
    no_pager_ = "本机没有配置 SIP（配置文件 [node.sip]）";
    if (!around_.settings.sip) return;
    sip::PagerNews news;
    news.receipt = [this](const std::string& play, const sip::PageReceipt& one) {
        const auto fate = one.how == sip::Paged::played   ? Fate::played
                          : one.how == sip::Paged::failed ? Fate::failed
                                                          : Fate::silent;
        tell([this, play, receipt = loudspeakers::Receipt{one.terminal, {fate, one.seconds, one.note}}] {
            take(play, {receipt});
        });
    };
    news.over = [this](const std::string& play) {
        tell([this, play] {
            if (const auto air = on_air_.find({play}); air != on_air_.end()) air->second.pages_out = true;
        });
    };
    news.alive = [this](const std::string& terminal) { around_.hearts.beat(terminal, around_.clock.now()); };
    auto pager = sip::Pager::open(*around_.settings.sip, std::move(news));
    if (pager) {
        pager_ = std::move(pager.value());
    } else {
        no_pager_ = pager.error().zh;
        spdlog::error("loudspeakers: {}", pager.error().en);
    }
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
        fail_kind(id, TerminalKind::rtp, made.error().zh);
        fail_kind(id, TerminalKind::sip, made.error().zh);
        return fail_kind(id, TerminalKind::horn, made.error().zh);
    }
    send(air, made.value());
    take(id.text, made.value().unreachable);
}

void Player::send(Air& air, const Round& round) {
    const auto repeats = static_cast<std::size_t>(std::max<std::int64_t>(1, air.what.repeats));
    air.rounds_before = std::min(rounds_done_.of(air.what.id.text), repeats - 1);
    const auto rounds = repeats - air.rounds_before;
    air.round_seconds = round.sound.seconds();
    air.began = steady_clock::now();
    air.began_sounding = true;
    const auto id = air.what.id;
    std::vector<HornTarget> horns;
    for (const auto& terminal : air.what.terminals)
        if (terminal.kind == TerminalKind::horn) horns.push_back({terminal.id.text, terminal.address, terminal.volume});
    if (sender_ && !round.targets.empty()) {
        air.rtp_out = false;
        sender_->play(id.text, round.sound, rounds, round.targets);
    }
    if (horns_ && !horns.empty()) {
        air.horns_out = false;
        air.horns_end = air.began + lasting(air.round_seconds * static_cast<double>(rounds));
        for (const auto& horn : horns) terminal_of_horn_[horn.horn] = horn.terminal;
        horn_work_->give([this, id, round = round.sound, rounds, exercise = air.what.exercise, horns] {
            const auto failed = horns_->play(id.text, round, rounds, exercise, horns);
            tell([this, id, failed] { take(id.text, failed); });
        });
    }
    if (const auto pages = pages_of(air.what.terminals); pager_ && !pages.empty()) {
        air.pages_out = false;
        pager_->play(id.text, round.sound, rounds, pages);
    }
    if (!sender_) fail_kind(id, TerminalKind::rtp, no_sender_);
    if (!pager_) fail_kind(id, TerminalKind::sip, no_pager_);
    if (!horns_) fail_kind(id, TerminalKind::horn, "本机没有配置消息服务器（配置文件 [node.mqtt]）");
}

void Player::fail_kind(const BroadcastId& id, TerminalKind kind, const std::string& why) {
    const auto found = on_air_.find(id);
    if (found == on_air_.end()) return;
    std::vector<loudspeakers::Receipt> receipts;
    for (const auto& terminal : found->second.what.terminals)
        if (terminal.kind == kind) receipts.push_back({terminal.id.text, {Fate::failed, 0, why}});
    take(id.text, receipts);
}

void Player::silence(const BroadcastId& id) {
    if (sender_) sender_->stop(id.text);
    if (pager_) pager_->stop(id.text);
    if (horns_) horn_work_->give([this, id] { horns_->stop(id.text); });
}

/// The last receipt ends it in the room; until that is written it must not seem to be wanted still.
void Player::take(const std::string& play, const std::vector<loudspeakers::Receipt>& receipts) {
    const auto found = on_air_.find({play});
    if (found == on_air_.end()) return;
    auto& air = found->second;
    for (const auto& receipt : receipts) {
        if (air.open.erase(receipt.terminal) == 0) continue;
        const auto& verdict = receipt.verdict;
        const auto seconds = std::max<std::int64_t>(verdict.seconds, verdict.fate == Fate::played ? 1 : 0);
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
        if (air.sounding && air.rtp_out && air.horns_out && air.pages_out) {
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
