#include <spdlog/spdlog.h>

#include <algorithm>

#include "app/terminals.hpp"
#include "janus/room_words.hpp"

namespace anlan::app {

using meetings::MeetingId;

/// Who has a picture here, at other stations, and on other sets.
std::vector<Terminals::Candidate> Terminals::candidates(const MeetingId& meeting) const {
    std::vector<Candidate> all;
    const auto add = [&](const meetings::Speaker& who, const janus::StreamWords& picture) {
        if (!(who.video || who.screen) || picture.coding.empty()) return;
        const auto talks = who.audio ? hall_.talks_since(who.feed) : std::nullopt;
        all.push_back({{who.feed, true, who.screen, talks}, who.person, picture.coding, picture.mid});
    };
    for (const auto& each : hall_.own_feeds(meeting)) {
        const auto streams = parse_json(each.streams);
        meetings::Speaker who;
        who.feed = each.feed, who.person = each.person;
        who.audio = each.audio, who.video = each.video, who.screen = each.screen;
        if (streams) add(who, janus::first_stream(streams.value(), "video"));
    }
    for (const auto whence : {janus::Others::stations, janus::Others::terminals})
        for (const auto& each : hall_.other_feeds(meeting, whence))
            if (!each.speaker.cut) add(each.speaker, {each.picture_coding, each.picture_mid});
    return all;
}

void Terminals::show_pictures(const MeetingId& meeting) {
    std::optional<std::vector<Candidate>> all;
    for (auto& [key, call] : calls_) {
        if (key.first != meeting || call.feed == 0) continue;
        if (call.described == sip::PictureCoding::none) {
            call.unseen = {};
            continue;
        }
        if (!all) all = candidates(meeting);
        show_picture(key, call, *all);
    }
}

/// What was shown before goes on until the other has begun.
void Terminals::show_picture(const Key& key, Call& call, const std::vector<Candidate>& all) {
    std::vector<meetings::Face> faces;
    for (const auto& each : all) {
        if (each.face.feed == call.feed) continue;
        faces.push_back(each.face);
        faces.back().fits = each.coding == sip::name_of(call.described);
    }
    call.choice = meetings::choose_picture(call.choice, faces, std::chrono::steady_clock::now());
    const auto known = [&](std::int64_t feed) {
        return std::ranges::find(all, feed, [](auto& each) { return each.face.feed; });
    };
    call.unseen = call.choice.wanted != call.choice.shown ? known(call.choice.wanted)->person : PersonId{};
    if (!call.shown.empty() && call.live.shown == call.shown.back().source) show_no_more(key.first, call, 1);
    const auto feed = call.choice.shown;
    if (feed == 0) {
        if (call.shown.empty()) return;
        endpoint_->show(call.talk, {});
        return show_no_more(key.first, call, 0);
    }
    if (!call.shown.empty() && call.shown.back().feed == feed) return;
    const auto source = ++sources_;
    const auto made = hall_.picture_into(key.first, feed, known(feed)->mid, call.picked_up->picture_port, source);
    if (!made) return spdlog::warn("a picture for {}: {}", call.name, made.error().en);
    call.shown.push_back({feed, made.value().stream, source});
    endpoint_->show(call.talk, {source, static_cast<std::uint16_t>(made.value().reports_port)});
    if (call.shown.size() > 2) show_no_more(key.first, call, 2);
}

/// All but the last so many.
void Terminals::show_no_more(const MeetingId& meeting, Call& call, std::size_t but) {
    while (call.shown.size() > but) {
        hall_.out_of(meeting, call.shown.front().feed, call.shown.front().stream);
        call.shown.erase(call.shown.begin());
    }
}

}  // namespace anlan::app
