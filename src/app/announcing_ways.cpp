#include <spdlog/spdlog.h>

#include <algorithm>

#include "app/announcing_player.hpp"

/// The ways on which sound leaves this machine.
namespace anlan::app {

namespace {

using broadcast::TerminalKind;
using loudspeakers::Fate;
using std::chrono::steady_clock;

std::chrono::nanoseconds lasting(double seconds) {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::duration<double>(seconds));
}

}  // namespace

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
    open_caster();
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

/// Without a server in the configuration streams are failed one by one, with its words.
void Player::open_caster() {
    icecast::StreamNews news;
    news.receipt = [this](const std::string& play, const icecast::StreamReceipt& one) {
        const auto fate = one.end.fate == icecast::Fate::sent     ? Fate::sent
                          : one.end.fate == icecast::Fate::failed ? Fate::failed
                                                                  : Fate::silent;
        tell([this, play, receipt = loudspeakers::Receipt{one.terminal, {fate, one.end.seconds, one.end.note}}] {
            take(play, {receipt});
        });
    };
    news.over = [this](const std::string& play) {
        tell([this, play] {
            if (const auto air = on_air_.find({play}); air != on_air_.end()) air->second.streams_out = true;
        });
    };
    news.alive = [this](const std::string& terminal) { around_.hearts.beat(terminal, around_.clock.now()); };
    caster_ = std::make_unique<icecast::Caster>(around_.settings.icecast, std::move(news));
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
        horn_work_->give([this,
                          id,
                          round = sound::at_rate(round.sound, sound::kTelephoneRate),
                          rounds,
                          exercise = air.what.exercise,
                          horns] {
            const auto failed = horns_->play(id.text, round, rounds, exercise, horns);
            tell([this, id, failed] { take(id.text, failed); });
        });
    }
    if (const auto pages = pages_of(air.what.terminals); pager_ && !pages.empty()) {
        air.pages_out = false;
        pager_->play(id.text, sound::at_rate(round.sound, sound::kTelephoneRate), rounds, pages);
    }
    if (const auto streams = streams_of(air.what.terminals); !streams.empty()) {
        air.streams_out = false;
        caster_->play(id.text, round.sound, rounds, streams);
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

void Player::fail_all(const BroadcastId& id, const std::string& why) {
    for (const auto kind : {TerminalKind::rtp, TerminalKind::sip, TerminalKind::icecast, TerminalKind::horn})
        fail_kind(id, kind, why);
}

void Player::silence(const BroadcastId& id) {
    if (sender_) sender_->stop(id.text);
    if (pager_) pager_->stop(id.text);
    caster_->stop(id.text);
    if (horns_) horn_work_->give([this, id] { horns_->stop(id.text); });
}

}  // namespace anlan::app
