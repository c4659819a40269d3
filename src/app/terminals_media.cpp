#include <spdlog/spdlog.h>

#include <algorithm>

#include "app/terminals.hpp"

namespace anlan::app {

using meetings::MeetingId;

namespace {

constexpr int kTriesMost = 3;

/// As Janus is told of them: the voice with its loudness, and the picture.
std::string streams_of(const std::string& voice, sip::PictureCoding picture) {
    json::array all;
    all.push_back(json::object{
        {"type", "audio"}, {"mindex", 0}, {"mid", "0"}, {"codec", voice}, {"audiolevel_ext_id", sip::kLoudnessNumber}});
    if (picture != sip::PictureCoding::none)
        all.push_back(json::object{{"type", "video"}, {"mindex", 1}, {"mid", "1"}, {"codec", sip::name_of(picture)}});
    return json::serialize(all);
}

/// A remote publisher of the VideoRoom, here or at another station: it tells voice and picture apart by their SSRC.
sip::MediaPlace place_of(const std::string& host, std::int64_t port, std::int64_t rtcp_port) {
    return {
        host,
        static_cast<std::uint16_t>(port),
        janus::kFirstRemoteSource,
        janus::kSecondRemoteSource,
        static_cast<std::uint16_t>(rtcp_port)};
}

}  // namespace

void Terminals::step() {
    const auto now = std::chrono::steady_clock::now();
    if (account_ && !endpoint_ && now >= next_open_) open_line();
    if (endpoint_ && now >= next_look_) {
        learn_directory();
        next_look_ = now + kTurn;
    }
    const auto round = hall_.round();
    if (round != round_) {  // Janus has begun anew, or is gone: nothing of this is there any more
        mixes_.clear();
        for (auto& [key, call] : calls_) call.feed = 0, call.ear = {}, call.places.clear(), call.shown.clear();
        const std::lock_guard lock(mutex_);
        voices_.clear();
        round_ = round;
    }
    if (round == 0) return;
    for (const auto& [key, call] : calls_)
        if (call.picked_up) mixes_.try_emplace(key.first);
    for (auto& [meeting, mix] : mixes_) make_so(meeting, mix);
    std::erase_if(mixes_, [](const auto& each) { return !each.second.open && each.second.failures == 0; });
}

/// A Janus without its AudioBridge: nobody would hear anybody.
void Terminals::give_up(const MeetingId& meeting) {
    std::vector<Key> gone;
    for (const auto& [key, call] : calls_)
        if (key.first == meeting && call.picked_up) gone.push_back(key);
    for (const auto& key : gone) {
        remove(key);
        left(key, meetings::TerminalEnd::no_mix);
    }
}

void Terminals::make_so(const MeetingId& meeting, Mix& mix) {
    const bool wanted = std::ranges::any_of(calls_, [&](const auto& each) {
        return each.first.first == meeting && each.second.picked_up;
    });
    if (!wanted) return end_mix(meeting, mix);
    if (!mix.open) {
        const auto opened = hall_.open_mix(meeting);
        if (!opened) {
            if (++mix.failures < kTriesMost) return;
            spdlog::warn("conference sets: {}", opened.error().en);
            return give_up(meeting);
        }
        mix.open = true;
    }
    for (auto& [key, call] : calls_)
        if (key.first == meeting && call.picked_up && call.feed == 0) bring_in(key, call);
    mix_voices(meeting, mix);
    show_pictures(meeting);
    show(meeting);
}

void Terminals::bring_in(const Key& key, Call& call) {
    const std::string coding = call.picked_up->law == sound::Law::a ? "pcma" : "pcmu";
    call.described = call.live.coding;
    call.streams = streams_of(coding, call.described);
    const auto place = hall_.expect(key.first, call.name, call.streams);
    if (!place) return spdlog::warn("a conference set in {}: {}", key.first.text, place.error().en);
    call.feed = place.value().feed;
    const auto ear = hall_.join_mix(key.first, coding, call.picked_up->port);
    if (!ear) {
        spdlog::warn("a conference set in {}: {}", key.first.text, ear.error().en);
        return take_out(key, call);
    }
    call.ear = ear.value();
    call.places = {
        {"room", place_of("127.0.0.1", place.value().port, place.value().rtcp_port)},
        {"mix", {call.ear.host, static_cast<std::uint16_t>(call.ear.port), janus::kFirstRemoteSource, 0, 0}}};
    lead(call);
}

void Terminals::take_out(const Key& key, Call& call) {
    show_no_more(key.first, call, 0);
    if (call.feed != 0) hall_.forget(key.first, call.feed);
    if (call.ear.handle != 0) hall_.leave_mix(call.ear.handle);
    call.feed = 0;
    call.ear = {};
    call.places.clear();
}

/// Everybody the VideoRoom hears and the mix does not: the sets are in it by themselves.
void Terminals::mix_voices(const MeetingId& meeting, Mix& mix) {
    std::map<std::int64_t, std::string> wanted;  ///< the coding of each feed's voice
    for (const auto& each : hall_.own_feeds(meeting))
        if (each.streams.find("\"audio\"") != std::string::npos) wanted[each.feed] = "opus";
    for (const auto& each : hall_.other_feeds(meeting, janus::Others::stations))
        if (!each.coding.empty()) wanted[each.speaker.feed] = each.coding;
    std::erase_if(mix.voices, [&](const auto& each) {
        if (wanted.contains(each.first)) return false;
        hall_.out_of(meeting, each.first, each.second.stream);
        hall_.leave_mix(each.second.place.handle);
        return true;
    });
    for (const auto& [feed, coding] : wanted) {
        if (mix.voices.contains(feed)) continue;
        const auto place = hall_.join_mix(meeting, coding, std::nullopt);
        if (!place) return;
        const auto stream = hall_.voice_into(meeting, feed, place.value());
        if (!stream) spdlog::warn("a voice of {}: {}", meeting.text, stream.error().en);
        mix.voices[feed] = Voice{place.value(), stream ? stream.value() : 0};  // in vain: not tried again
    }
}

void Terminals::end_mix(const MeetingId& meeting, Mix& mix) {
    for (const auto& [feed, voice] : mix.voices) {
        hall_.out_of(meeting, feed, voice.stream);
        hall_.leave_mix(voice.place.handle);
    }
    if (mix.open) hall_.close_mix(meeting);
    show(meeting);
    mix = {};
}

void Terminals::show(const MeetingId& meeting) {
    std::vector<meetings::Speaker> all;
    std::vector<SetVoice> told;
    for (const auto& [key, call] : calls_) {
        if (key.first != meeting || call.feed == 0) continue;
        meetings::Speaker set;
        set.feed = call.feed;
        set.person = PersonId{key.second.text};
        set.audio = !call.muted;
        set.video = call.live.pictured;
        set.unseen = call.unseen;
        set.name = call.name;
        set.title = call.place;
        set.terminal = true;
        told.push_back({call.feed, set.person, call.name, call.place, set.audio, set.video, call.streams});
        all.push_back(std::move(set));
    }
    hall_.show_others(meeting, janus::Others::terminals, std::move(all));
    const std::lock_guard lock(mutex_);
    if (told.empty())
        voices_.erase(meeting);
    else
        voices_[meeting] = std::move(told);
}

std::vector<Terminals::SetVoice> Terminals::voices(const MeetingId& meeting) const {
    const std::lock_guard lock(mutex_);
    const auto found = voices_.find(meeting);
    return found != voices_.end() ? found->second : std::vector<SetVoice>();
}

Terminals::Call* Terminals::find(const Meeting& meeting, std::int64_t feed) {
    for (auto& [key, call] : calls_)
        if (key.first == meeting && call.feed == feed) return &call;
    return nullptr;
}

void Terminals::lead(const Call& call) {
    std::vector<sip::MediaPlace> all;
    for (const auto& [name, place] : call.places) all.push_back(place);
    endpoint_->lead(call.talk, std::move(all));
}

void Terminals::send_on(
    const MeetingId& meeting,
    std::int64_t feed,
    const std::string& name,
    const std::string& host,
    std::int64_t port,
    std::int64_t rtcp_port
) {
    const auto place = place_of(host, port, rtcp_port);
    own_.give([this, meeting, feed, name, place] {
        auto* call = find(meeting, feed);
        if (call == nullptr) return;
        call->places["at " + name] = place;
        lead(*call);
    });
}

void Terminals::stop_sending(const MeetingId& meeting, std::int64_t feed, const std::string& name) {
    own_.give([this, meeting, feed, name] {
        auto* call = find(meeting, feed);
        if (call != nullptr && call->places.erase("at " + name) > 0) lead(*call);
    });
}

}  // namespace anlan::app
