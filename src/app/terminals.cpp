#include "app/terminals.hpp"

#include <spdlog/spdlog.h>

#include "journal/room.hpp"
#include "meetings/terminal_queries.hpp"

namespace anlan::app {

using meetings::MeetingId;
using meetings::NoteTerminal;
using meetings::TerminalEnd;
using meetings::TerminalNews;

namespace {

constexpr std::chrono::seconds kOpenAgain{10};
constexpr std::chrono::milliseconds kRing{45'000};

/// An address of SIP; empty: an extension, and there is no exchange to dial it at.
std::string uri_of(const std::string& address, const std::string& gateway) {
    const bool host = address.find_first_of("@.:") != std::string::npos;
    if (host) return "sip:" + address;
    return gateway.empty() ? std::string() : "sip:" + address + "@" + gateway;
}

TerminalEnd end_of(const sip::TalkEnd& end) {
    switch (end.how) {
        case sip::End::no_answer:
            return TerminalEnd::no_answer;
        case sip::End::unreached:
            return TerminalEnd::unreached;
        case sip::End::no_sound:
            return TerminalEnd::no_sound;
        case sip::End::lost:
            return TerminalEnd::lost;
        case sip::End::called_off:
            return TerminalEnd::removed;
        case sip::End::rejected:
            break;
        case sip::End::pressed:
        case sip::End::heard_out:
        case sip::End::hung_up:
            return TerminalEnd::hung_up;
    }
    switch (end.status) {
        case 486:
        case 600:
            return TerminalEnd::busy;
        case 603:
            return TerminalEnd::declined;
        case 404:
        case 410:
        case 484:
        case 604:
            return TerminalEnd::unknown_number;
        case 408:
        case 480:
            return TerminalEnd::unreached;
        case 488:
        case 606:
            return TerminalEnd::no_sound;
        default:
            return TerminalEnd::refused;
    }
}

/// What sets say that take a call with sound alone, and no other.
bool knows_no_pictures(int status) {
    return status == 415 || status == 488 || status == 606;
}

}  // namespace

Terminals::Terminals(std::optional<sip::Account> account, janus::VideoHall& hall, Read read, Note note)
    : account_(std::move(account)),
      hall_(hall),
      read_(std::move(read)),
      note_(std::move(note)),
      own_([this] { step(); }, kTurn) {
    forget_earlier_calls();
    own_.start();
}

Terminals::~Terminals() {
    own_.stop();
    endpoint_.reset();  // hangs up
    for (auto& [key, call] : calls_) take_out(key, call);
}

/// What a run of the program before this one began: its calls ended with it.
void Terminals::forget_earlier_calls() {
    std::vector<meetings::TerminalFacts> all;
    read_([&](store::Rows& rows) { all = meetings::terminals_on_the_line(rows); });
    for (const auto& each : all) left({each.meeting, each.terminal}, TerminalEnd::restarted);
}

void Terminals::follow(const journal::Entry& entry) {
    using journal::Room;
    const MeetingId meeting{entry.subject};
    if (entry.kind == meetings::TerminalCalled::kKind.text())
        own_.give([this, meeting, called = Room::body_of<meetings::TerminalCalled>(entry)] {
            begin_call(meeting, called);
        });
    if (entry.kind == meetings::TerminalLeft::kKind.text()) {
        const auto gone = Room::body_of<meetings::TerminalLeft>(entry);
        // Every other end was told by the line itself.
        if (gone.how == TerminalEnd::removed) own_.give([this, key = Key{meeting, gone.terminal}] { remove(key); });
    }
    if (entry.kind == meetings::TerminalMuted::kKind.text()) {
        const auto muted = Room::body_of<meetings::TerminalMuted>(entry);
        own_.give([this, key = Key{meeting, muted.terminal}, on = muted.muted] { mute(key, on); });
    }
    if (entry.kind == meetings::MeetingClosed::kKind.text()) own_.give([this, meeting] { close(meeting); });
}

void Terminals::look() {
    own_.give([] {});
}

meetings::TerminalLine Terminals::line() const {
    if (!account_) return meetings::TerminalLine::missing;
    return address().empty() ? meetings::TerminalLine::down : meetings::TerminalLine::up;
}

std::string Terminals::address() const {
    const std::lock_guard lock(mutex_);
    return address_;
}

void Terminals::open_line() {
    if (!account_ || endpoint_) return;
    auto wish = account_->endpoint;
    wish.port = account_->terminals_port;                                       // the other one is the voice line's
    wish.towards = account_->gateway.empty() ? "192.0.2.1" : account_->host();  // anywhere outside
    auto opened = sip::Endpoint::open(std::move(wish));
    next_open_ = std::chrono::steady_clock::now() + kOpenAgain;
    if (!opened) {
        spdlog::warn("conference sets: {}", opened.error().en);
        return;
    }
    endpoint_ = std::move(opened.value());
    endpoint_->admit([this](const sip::Caller& caller) { return judge(caller); });
    const std::lock_guard lock(mutex_);
    address_ = endpoint_->address() + ":" + std::to_string(endpoint_->port());
}

sip::TalkOrder Terminals::order_for(const std::string& uri, bool pictures) const {
    sip::TalkOrder order;
    order.parties = account_->parties(uri);
    order.live = true;
    order.pictures = pictures;
    order.ring = kRing;
    return order;
}

sip::TalkNews Terminals::news_of(const Key& key, std::uint64_t run) {
    sip::TalkNews news;
    news.rings = [this, key] {
        own_.give([this, key] { note_({key.first, key.second, TerminalNews::rang, {}}, {}); });
    };
    news.picked_up = [this, key, run](const sip::PickedUp& how) {
        own_.give([this, key, run, how] { picked_up(key, run, how); });
    };
    news.changed = [this, key, run](const sip::LiveState& now) {
        own_.give([this, key, run, now] { changed(key, run, now); });
    };
    news.ended = [this, key, run](const sip::TalkEnd& how) {
        own_.give([this, key, run, how] { ended(key, run, how); });
    };
    return news;
}

void Terminals::begin_call(const MeetingId& meeting, const meetings::TerminalCalled& called) {
    const Key key{meeting, called.terminal};
    if (!account_) return left(key, TerminalEnd::no_line);
    open_line();
    if (!endpoint_) return left(key, TerminalEnd::line_down);
    const auto uri = uri_of(called.address, account_->gateway);
    if (uri.empty()) return left(key, TerminalEnd::no_gateway);
    const auto run = ++runs_;
    calls_[key] = Call{run, endpoint_->talk(order_for(uri, true), news_of(key, run)), called.name, called.place, uri};
}

Terminals::Call* Terminals::find(const Key& key, std::uint64_t run) {
    const auto found = calls_.find(key);
    return found != calls_.end() && found->second.run == run ? &found->second : nullptr;
}

void Terminals::picked_up(const Key& key, std::uint64_t run, const sip::PickedUp& how) {
    auto* call = find(key, run);
    if (call == nullptr) return;
    call->picked_up = how;
    call->live.coding = how.coding;
    // The meeting may have ended in this moment, or the set been removed.
    note_({key.first, key.second, TerminalNews::joined, {}}, [this, key] { own_.give([this, key] { remove(key); }); });
}

/// Put on hold, without its camera, shown another: what it takes and sends may change at any time.
void Terminals::changed(const Key& key, std::uint64_t run, const sip::LiveState& now) {
    auto* call = find(key, run);
    if (call == nullptr) return;
    call->live = now;
    if (call->feed != 0 && now.coding != call->described) take_out(key, *call);  // and in again
}

void Terminals::ended(const Key& key, std::uint64_t run, const sip::TalkEnd& how) {
    auto* call = find(key, run);
    if (call == nullptr) return;  // removed by us
    if (how.how == sip::End::rejected && call->pictures && !call->uri.empty() && knows_no_pictures(how.status)) {
        call->pictures = false;
        call->run = ++runs_;
        call->talk = endpoint_->talk(order_for(call->uri, false), news_of(key, call->run));
        return;
    }
    take_out(key, *call);
    calls_.erase(key);
    left(key, end_of(how));
}

void Terminals::left(const Key& key, TerminalEnd how) {
    note_({key.first, key.second, TerminalNews::left, how}, {});
}

void Terminals::remove(const Key& key) {
    const auto found = calls_.find(key);
    if (found == calls_.end()) return;
    endpoint_->call_off(found->second.talk);
    take_out(key, found->second);
    calls_.erase(found);
}

void Terminals::mute(const Key& key, bool on) {
    const auto found = calls_.find(key);
    if (found == calls_.end()) return;
    found->second.muted = on;
    endpoint_->mute(found->second.talk, on);
}

/// Of the VideoRoom nothing is left with the meeting.
void Terminals::close(const MeetingId& meeting) {
    std::erase_if(calls_, [&](const auto& each) {
        if (each.first.first != meeting) return false;
        endpoint_->call_off(each.second.talk);
        return true;
    });
    const auto found = mixes_.find(meeting);
    if (found == mixes_.end()) return;
    {
        const std::lock_guard lock(mutex_);
        voices_.erase(meeting);
    }
    if (found->second.open) hall_.close_mix(meeting);
    for (const auto& [feed, voice] : found->second.voices) hall_.leave_mix(voice.place.handle);
    mixes_.erase(found);
}

}  // namespace anlan::app
