#include "sms/modem.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <thread>

namespace anlan::sms {

namespace {

constexpr std::chrono::milliseconds kLook{500}, kLongestPause{60'000};
constexpr std::chrono::seconds kPluggedIn{3};  ///< a device that has just come is not ready yet
constexpr std::chrono::seconds kSending{20};
constexpr int kRefusalsMost = 3;

}  // namespace

Modem::Modem(ModemSettings settings)
    : settings_(std::move(settings)),
      smsd_(settings_.folder, settings_.device, settings_.connection, settings_.send_seconds),
      spool_(smsd_.store().string()),
      pause_(settings_.first_restart),
      last_sign_(Clock::now()) {
    settle();
    smsd_.end_left_over();
    spool_.purge();
    for (const auto& name : spool_.inside()) {
        current_ = name;
        if (auto ended = judge(true); ended && ended->how != End::given_back) left_ = std::move(ended);
    }
}

Modem::~Modem() {
    settle();
}

/// Before a daemon is ended: what it has not begun with is taken back, what it is at may come to its end.
void Modem::settle() {
    const auto until = std::min(Clock::now() + kSending, given_at_ + 2 * kSending);
    for (const auto& name : spool_.inside()) {
        if (spool_.take_back(name)) {
            if (name == current_) left_ = Ended{std::exchange(current_, {}), End::given_back, {}};
            continue;
        }
        while (spool_.look(name) == Lot::taken && smsd_.runs() && Clock::now() < until)
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
}

std::optional<Modem::Ended> Modem::turn() {
    if (left_) return std::exchange(left_, std::nullopt);
    const auto now = Clock::now();
    if (!smsd_.alive() && now >= next_start_) restart(now);
    if (left_) return std::exchange(left_, std::nullopt);
    if (now >= next_look_) look_at_life(now);
    return idle() ? std::nullopt : judge(false);
}

void Modem::give(const std::string& name, const std::string& number, const std::vector<Part>& parts) {
    spool_.put(name, number, parts);
    current_ = name;
    given_at_ = Clock::now();
}

/// The daemon is ended first, so that nobody takes a message while it is judged.
void Modem::restart(Clock::time_point now) {
    settle();
    smsd_.stop();
    spool_.forget_sign();
    if (!idle()) left_ = judge(true);
    if (begun_) pause_ = std::min(pause_ * 2, kLongestPause);
    begun_ = true;
    next_start_ = now + pause_;
    last_sign_ = now;
    smsd_.start();
}

void Modem::look_at_life(Clock::time_point now) {
    next_look_ = now + kLook;
    sign_ = spool_.sign();
    const bool busy = !idle() && now - given_at_ < 2 * kSending;  // its own time-out comes first
    // The daemon of a modem that was pulled out goes on giving signs of life, and holds on to what is gone.
    const bool plugged = std::filesystem::exists(settings_.device);
    const bool was_plugged = std::exchange(plugged_, plugged);
    if (plugged && !was_plugged) {
        smsd_.stop();
        next_start_ = now + kPluggedIn;
    }
    const bool there = plugged && smsd_.alive() && sign_.alive && sign_.signal_percent >= 0;
    if (there) {
        last_sign_ = now;
        pause_ = settings_.first_restart;
        begun_ = false;
    } else if (!busy && now - last_sign_ > settings_.patience && now >= next_start_) {
        restart(now);
    }
    const bool was = awake_;
    awake_ = there || (plugged && awake_ && now - last_sign_ < settings_.patience);
    if (now < rests_until_) return void(awake_ = false);
    explain(awake_);
    if (was != awake_) spdlog::info("SMS modem {}: {}", settings_.device, awake_ ? "awake" : note_en_);
}

void Modem::explain(bool there) {
    if (there) {
        note_zh_.clear(), note_en_.clear();
    } else if (!Smsd::installed()) {
        note_zh_ = "没有安装 gammu-smsd：apt install gammu-smsd libdbd-sqlite3";
        note_en_ = "gammu-smsd is not installed: apt install gammu-smsd libdbd-sqlite3";
    } else if (!std::filesystem::exists(settings_.device)) {
        note_zh_ = "没有这个设备：" + settings_.device + "，请插好短信模块";
        note_en_ = "there is no device " + settings_.device + "; plug the modem in";
    } else if (!smsd_.alive()) {
        note_zh_ = "短信程序没有运行，稍后自动重试";
        note_en_ = "the SMS daemon does not run; it is started again shortly";
    } else {
        note_zh_ = "短信模块没有应答或没有信号，自动重试中；请检查 SIM 卡和天线";
        note_en_ = "the modem does not answer or has no signal; tried again by itself; check SIM card and aerial";
    }
}

void Modem::rest(const std::string& fault) {
    refusals_ = 0;
    rests_until_ = Clock::now() + settings_.refused_rest;
    awake_ = false;
    note_zh_ = "网络连续拒绝发送（" + fault + "），一分钟后再试；请检查 SIM 卡余额和信号";
    note_en_ = "the network refused to send (" + fault + "); tried again in a minute; check the SIM card";
}

std::optional<Modem::Ended> Modem::judge(bool daemon_ended) {
    const auto name = current_;
    const auto end = [&](End how, std::string fault = {}) {
        current_.clear();
        return Ended{name, how, std::move(fault)};
    };
    switch (spool_.look(name)) {
        case Lot::waiting:
            if (!daemon_ended) return std::nullopt;
            spool_.take_out(name);
            return end(End::given_back);
        case Lot::taken:
            if (!daemon_ended) return std::nullopt;
            spool_.give_up(name);
            return end(End::uncertain, "ENDED");
        case Lot::refused: {
            const auto fault = "CMS " + std::to_string(spool_.refusal(name));
            spool_.take_out(name);
            if (++refusals_ >= kRefusalsMost) rest(fault);
            return end(End::refused, fault);
        }
        case Lot::gone_wrong:
            spool_.give_up(name);
            return end(End::uncertain, "TIMEOUT");
        case Lot::uncertain:
        case Lot::unknown:
            return end(End::uncertain, "GONE");
        default:
            refusals_ = 0;
            return end(End::sent);
    }
}

}  // namespace anlan::sms
