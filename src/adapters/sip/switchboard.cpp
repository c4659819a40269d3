#include "sip/switchboard.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "sip/fates.hpp"

namespace anlan::sip {

namespace {

using calls::Carriage;
using std::chrono::steady_clock;

constexpr int kMissedMost = 2;  ///< questions without an answer, until the gateway counts as gone
constexpr const char* kThanks = "已收到您的确认，谢谢。";

}  // namespace

Switchboard::Switchboard(const VoiceSettings& settings, const calls::CarrierNews& news, Post post, Post aside)
    : settings_(settings), news_(news), post_(std::move(post)), aside_(std::move(aside)) {}

Switchboard::~Switchboard() = default;

void Switchboard::open() {
    if (!dialled_) {
        std::filesystem::create_directories(settings_.folder);
        std::filesystem::permissions(settings_.folder, std::filesystem::perms::owner_all);
        dialled_ = std::make_unique<Dialled>(settings_.folder / "dialled.db");
        aside_([this] {
            if (auto made = settings_.speak(kThanks))
                post_([this, thanks = std::make_shared<const sound::Sound>(std::move(made.value()))] {
                    thanks_ = thanks;
                });
        });
    }
    const auto now = steady_clock::now();
    if (endpoint_ || now < next_open_) return;
    next_open_ = now + settings_.reopen;
    auto wish = settings_.account.endpoint;
    wish.towards = settings_.account.host();
    auto opened = Endpoint::open(std::move(wish));
    if (!opened) {
        gateway_known_ = true;
        fault_zh_ = opened.error().zh, fault_en_ = opened.error().en;
        return;
    }
    endpoint_ = std::move(opened.value());
    fault_zh_.clear(), fault_en_.clear();
    gateway_known_ = missed_ >= kMissedMost;
    registered_ = false;
    registrar_status_.reset();
    if (!settings_.account.registers) return;
    const auto account = "sip:" + settings_.account.user + "@" + settings_.account.gateway;
    endpoint_->keep_registered(
        {"sip:" + settings_.account.gateway,
         account,
         settings_.account.user,
         settings_.account.user,
         settings_.account.password},
        [this](int status) {
            post_([this, status] {
                registered_ = status >= 200 && status < 300;
                registrar_status_ = status;
            });
        }
    );
}

void Switchboard::begin_with(const calls::Carry& carry) {
    open();
    const auto& id = carry.id.text;
    const bool waits = std::any_of(queue_.begin(), queue_.end(), [&](const auto& one) { return one.id == id; });
    if (waits || lines_.contains(id)) return;
    if (dialled_->begun(id) || carry.known) {
        auto fate = dialled_->end_of(id);
        if (!fate) dialled_->end(id, fate.emplace(interrupted(carry.known)));
        return tell(id, *fate);
    }
    const auto number = dialled_number(carry.address);
    if (!number) return tell(id, {Carriage::failed, 0, number.error().zh, number.error().en});
    queue_.push_back({id, number.value(), steady_clock::now(), nullptr});
    speak(id, carry.words);
}

void Switchboard::speak(const std::string& id, const std::string& words) {
    aside_([this, id, words] {
        std::shared_ptr<const sound::Sound> made = said_[words].lock();
        if (!made) {
            std::erase_if(said_, [](const auto& each) { return each.second.expired(); });
            auto fresh = settings_.speak(words);
            if (!fresh) return post_([this, id, why = fresh.error()] { spoken(id, why); });
            made = std::make_shared<const sound::Sound>(std::move(fresh.value()));
            said_[words] = made;
        }
        post_([this, id, made] { spoken(id, made); });
    });
}

void Switchboard::spoken(const std::string& id, const Result<std::shared_ptr<const sound::Sound>>& made) {
    const auto found = std::find_if(queue_.begin(), queue_.end(), [&](const auto& one) { return one.id == id; });
    if (found == queue_.end()) return;
    if (made) {
        found->words = made.value();
        return;
    }
    queue_.erase(found);
    tell(id, {Carriage::failed, 0, made.error().zh, made.error().en});
}

void Switchboard::turn() {
    open();
    const auto now = steady_clock::now();
    look_after_gateway(now);
    give_up_waiting(now);
    if (awake()) dial();
}

void Switchboard::look_after_gateway(SteadyTime now) {
    if (!endpoint_ || asking_ || now < next_look_) return;
    asking_ = true;
    endpoint_->ask("sip:" + settings_.account.gateway, settings_.patience, [this](int status) {
        post_([this, status] { gateway_said(status); });
    });
}

void Switchboard::gateway_said(int status) {
    asking_ = false;
    missed_ = status == 0 ? missed_ + 1 : 0;
    if (status != 0) gateway_status_ = status;
    gateway_known_ = status != 0 || missed_ >= kMissedMost;
    const bool in_doubt = status == 0 && missed_ < kMissedMost;
    next_look_ = steady_clock::now() + (in_doubt ? std::chrono::milliseconds{0} : settings_.look);
    if (missed_ < kMissedMost || !lines_.empty()) return;
    endpoint_.reset();  // this machine may have another address by now
    next_open_ = {};
}

/// 503: the gateway is there, but says itself that it is out of service.
bool Switchboard::awake() const {
    return endpoint_ && gateway_status_ != 0 && gateway_status_ != 503 && missed_ < kMissedMost &&
           (registered_ || !settings_.account.registers);
}

bool Switchboard::gone() const {
    const bool at_registrar = settings_.account.registers && endpoint_ && missed_ < kMissedMost && !registrar_status_;
    return gateway_known_ && !awake() && !at_registrar;
}

/// A channel that sleeps, or whose lines are taken for too long, says so; the ladder goes on by another.
void Switchboard::give_up_waiting(SteadyTime now) {
    std::deque<Waiting> left;
    left.swap(queue_);
    for (auto& one : left) {
        if (gone()) {
            const auto why = health();
            tell(one.id, {Carriage::failed, 0, why.note_zh, why.note_en});
        } else if (now - one.since > settings_.queue_most) {
            tell(
                one.id,
                {Carriage::failed,
                 0,
                 "语音线路一直占满，没有拨出",
                 "the lines were taken all the time; it was not dialled"}
            );
        } else {
            queue_.push_back(std::move(one));
        }
    }
}

/// Nobody is rung by two lines at once.
void Switchboard::dial() {
    for (auto one = queue_.begin(); one != queue_.end() && lines_.size() < settings_.account.lines;) {
        const bool taken =
            std::any_of(lines_.begin(), lines_.end(), [&](const auto& line) { return line.second == one->number; });
        if (taken || !one->words) {
            ++one;
            continue;
        }
        dialled_->begin(one->id);
        lines_.emplace(one->id, one->number);
        ring(*one);
        one = queue_.erase(one);
    }
}

void Switchboard::ring(const Waiting& one) {
    auto order = settings_.manner;
    const auto& account = settings_.account;
    order.parties = account.parties("sip:" + account.prefix + one.number + "@" + account.gateway);
    order.words = one.words;
    order.thanks = thanks_;
    TalkNews news;
    news.rings = [this, id = one.id] { post_([this, id] { tell(id, {Carriage::accepted, 0, {}, {}}); }); };
    news.pressed = [this, id = one.id](double talked_seconds) {
        post_([this, id, talked_seconds] {
            ended(id, fate_of({.how = End::pressed, .talked_seconds = talked_seconds}));
        });
    };
    news.ended = [this, id = one.id](const TalkEnd& end) {
        post_([this, id, end] {
            if (end.how != End::pressed) ended(id, fate_of(end));
            if (end.how == End::unreached) next_look_ = {};
            lines_.erase(id);
        });
    };
    endpoint_->talk(std::move(order), std::move(news));
}

/// On the disk first: an answer must not be lost between the key and the journal.
void Switchboard::ended(const std::string& id, const Fate& fate) {
    try {
        dialled_->end(id, fate);
    } catch (const std::exception& fault) {
        spdlog::error("SIP: how a call ended was not noted: {}", fault.what());
    }
    tell(id, fate);
}

void Switchboard::tell(const std::string& id, const Fate& fate) {
    news_.carried({{id}, fate.state, fate.minutes, fate.note_zh, fate.note_en});
}

calls::ChannelHealth Switchboard::health() const {
    calls::ChannelHealth now;
    now.configured = true;
    now.awake = awake();
    now.device = "语音网关 " + settings_.account.gateway;
    now.waiting = static_cast<std::int64_t>(queue_.size() + lines_.size());
    if (now.awake) return now;
    if (!endpoint_ && !fault_zh_.empty()) {
        now.note_zh = fault_zh_, now.note_en = fault_en_;
    } else if (!gateway_known_) {
        now.note_zh = "正在联系语音网关", now.note_en = "asking after the gateway";
    } else if (gateway_status_ == 0 || missed_ >= kMissedMost) {
        now.note_zh = "语音网关 " + settings_.account.gateway +
                      " 没有回应，请检查网关电源和网线，以及配置文件 [node.sip] gateway";
        now.note_en = "the gateway " + settings_.account.gateway +
                      " does not answer: check its power and cable, and [node.sip] gateway of the configuration";
    } else if (gateway_status_ == 503) {
        now.note_zh = "语音网关报告停用（SIP 503）", now.note_en = "the gateway says it is out of service (SIP 503)";
    } else if (!registrar_status_) {
        now.note_zh = "正在向语音网关登记", now.note_en = "registering at the gateway";
    } else {
        const auto code = std::to_string(*registrar_status_);
        now.note_zh = "语音网关不接受登记（SIP " + code + "），请检查配置文件 [node.sip] user 和 password";
        now.note_en = "the gateway does not register us (SIP " + code + "): check [node.sip] user and password";
    }
    return now;
}

}  // namespace anlan::sip
