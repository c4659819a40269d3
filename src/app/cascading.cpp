#include "app/cascading.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "organisation/queries.hpp"

namespace anlan::app {

namespace {

constexpr std::chrono::milliseconds kCascadeStep{500};
constexpr int kStepsBetweenWords = 2;
constexpr std::size_t kWordsWaitingMost = 256, kToldMost = 200;

/// The feed of one's own key; 0: it is none, or of an earlier Janus.
std::int64_t feed_of(const std::string& key, const std::string& mine) {
    std::int64_t feed = 0;
    if (key.starts_with(mine)) std::from_chars(key.data() + mine.size(), key.data() + key.size(), feed);
    return feed;
}

}  // namespace

Cascading::Cascading(Around around, janus::VideoHall& hall, Read read)
    : around_(std::move(around)), hall_(hall), read_(std::move(read)), thread_([this] { run(); }) {}

Cascading::~Cascading() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void Cascading::hear(const AreaCode& from, std::string text) {
    const std::lock_guard lock(mutex_);
    if (inbox_.size() < kWordsWaitingMost) inbox_.emplace_back(from, std::move(text));
}

void Cascading::run() {
    for (int count = 0;; ++count) {
        {
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, kCascadeStep, [this] { return stopping_; });
            if (stopping_) return;
        }
        try {
            step(std::chrono::steady_clock::now(), count % kStepsBetweenWords == 0);
        } catch (const std::exception& fault) {
            spdlog::error("meetings between stations: {}", fault.what());
        }
    }
}

void Cascading::step(Steady now, bool speaks) {
    follow_spans();
    take_words(now);
    const auto round = hall_.round();
    if (talks_.empty()) return;
    if (round != 0 && (round != round_ || media_host_.empty())) {
        const auto found = hall_.media_address();
        media_host_ = found ? found.value() : "";
    }
    for (auto& [meeting, talk] : talks_) {
        if (round != round_) {  // Janus has begun anew, or is gone: nothing of this is there any more
            talk.incoming.clear();
            talk.outgoing.clear();
        }
        if (round != 0) {
            take_in(meeting, talk);
            send_out(meeting, talk);
        }
        show(meeting, talk, now);
    }
    round_ = round;
    if (!speaks) return;
    for (const auto& [meeting, talk] : talks_) speak(meeting, talk);
}

void Cascading::follow_spans() {
    std::vector<meetings::Span> spans;
    read_([&](store::Rows& rows) { spans = meetings::open_spans(rows); });
    std::map<Meeting, Talk> now;
    for (auto& span : spans) {
        const auto other = span.area.empty() ? around_.parent : AreaCode{span.area};
        if (!other) continue;
        auto& talk = now[span.meeting];
        auto& before = talks_[span.meeting];
        if (talk.links.empty()) {
            talk.incoming = before.incoming;
            talk.outgoing = before.outgoing;
        }
        const auto known = std::ranges::find(before.links, *other, &Link::other);
        talk.links.push_back(known == before.links.end() ? Link{span, *other, {}, {}} : *known);
    }
    talks_ = std::move(now);  // of a meeting that is over Janus has forgotten all with its room
}

void Cascading::take_words(Steady now) {
    std::deque<std::pair<AreaCode, std::string>> words;
    {
        const std::lock_guard lock(mutex_);
        words.swap(inbox_);
    }
    for (const auto& [from, text] : words) {
        auto read = from_json_text<ToldSpan>(text);
        if (!read || read.value().speakers.size() > kToldMost || read.value().places.size() > kToldMost) continue;
        bool known = false;
        for (auto& [meeting, talk] : talks_)
            for (auto& link : talk.links) {
                if (link.other != from || link.span.root != read.value().root) continue;
                known = true;
                link.told = read.value();
                link.heard = now;
            }
        if (!known && !read.value().over) {
            ToldSpan over;
            over.root = read.value().root;
            over.over = true;
            around_.say(from, to_json_text(over));
        }
    }
}

void Cascading::take_in(const Meeting& meeting, Talk& talk) {
    std::set<std::string> told;
    for (const auto& link : talk.links)
        for (const auto& each : link.told.speakers) {
            if (each.key.starts_with(around_.here.text) || !told.insert(each.key).second) continue;
            const auto found = talk.incoming.find(each.key);
            if (found != talk.incoming.end() && found->second.streams == each.streams) continue;
            if (found != talk.incoming.end()) hall_.forget(meeting, found->second.place.feed);
            const auto place = hall_.expect(meeting, each.key, each.streams);
            if (place)
                talk.incoming.insert_or_assign(each.key, Incoming{place.value(), each.streams});
            else
                talk.incoming.erase(each.key);
        }
    std::erase_if(talk.incoming, [&](const auto& each) {
        if (told.contains(each.first)) return false;
        hall_.forget(meeting, each.second.place.feed);
        return true;
    });
}

void Cascading::send_out(const Meeting& meeting, Talk& talk) {
    const auto mine = fmt::format("{}/{}/", around_.here.text, hall_.round());
    std::map<std::pair<std::string, std::string>, Sent> wanted;
    std::map<std::int64_t, bool> sending;  ///< and whether it is a conference set
    for (const auto& each : hall_.own_feeds(meeting)) sending[each.feed] = false;
    for (const auto& each : around_.sets->voices(meeting)) sending[each.feed] = true;
    for (const auto& link : talk.links)
        for (const auto& place : link.told.places) {
            const auto feed = feed_of(place.key, mine);
            const auto found = sending.find(feed);
            if (found != sending.end()) wanted[{place.key, place.at}] = Sent{feed, place, found->second};
        }
    std::erase_if(talk.outgoing, [&](const auto& each) {
        const auto found = wanted.find(each.first);
        if (found != wanted.end() && found->second.place == each.second.place) return false;
        stop_sending(meeting, each.second);
        return true;
    });
    for (const auto& [name, one] : wanted) {
        if (talk.outgoing.contains(name)) continue;
        if (send(meeting, one)) talk.outgoing[name] = one;
    }
}

/// Janus sends on only what it has from a browser; a conference set's packets are in our own hands.
Result<void> Cascading::send(const Meeting& meeting, const Sent& one) {
    const auto& at = one.place;
    if (!one.terminal) return hall_.send_on(meeting, one.feed, at.at, at.host, at.port, at.rtcp_port);
    around_.sets->send_on(meeting, one.feed, at.at, at.host, at.port, at.rtcp_port);
    return done();
}

void Cascading::stop_sending(const Meeting& meeting, const Sent& one) {
    if (one.terminal)
        around_.sets->stop_sending(meeting, one.feed, one.place.at);
    else
        hall_.stop_sending(meeting, one.feed, one.place.at);
}

void Cascading::show(const Meeting& meeting, const Talk& talk, Steady now) {
    std::vector<meetings::Speaker> all;
    for (const auto& link : talk.links)
        for (const auto& each : link.told.speakers) {
            const auto found = talk.incoming.find(each.key);
            if (found == talk.incoming.end()) continue;
            all.push_back(
                {found->second.place.feed,
                 each.person,
                 each.audio,
                 each.video,
                 each.screen,
                 each.name,
                 each.title,
                 each.station,
                 link.cut(now),
                 each.terminal,
                 {}}
            );
        }
    hall_.show_others(meeting, janus::Others::stations, std::move(all));
}

std::vector<ToldSpeaker> Cascading::own_speakers(const Meeting& meeting) {
    std::vector<ToldSpeaker> all;
    const auto feeds = hall_.own_feeds(meeting);
    const auto round = hall_.round();
    read_([&](store::Rows& rows) {
        for (const auto& each : feeds) {
            const auto guest = meetings::guest_of(rows, meeting, each.person);
            all.push_back(
                {fmt::format("{}/{}/{}", around_.here.text, round, each.feed),
                 each.person,
                 organisation::person_name(rows, each.person),
                 guest ? guest->title : "",
                 around_.name,
                 each.audio,
                 each.video,
                 each.screen,
                 each.streams,
                 false}
            );
        }
    });
    for (const auto& each : around_.sets->voices(meeting))
        all.push_back(
            {fmt::format("{}/{}/{}", around_.here.text, round, each.feed),
             each.person,
             each.name,
             each.place,
             around_.name,
             each.audio,
             each.video,
             false,
             each.streams,
             true}
        );
    return all;
}

void Cascading::speak(const Meeting& meeting, const Talk& talk) {
    const auto own = own_speakers(meeting);
    for (const auto& to : talk.links) {
        ToldSpan told{to.span.root, false, own, {}};
        for (const auto& each : to.told.speakers) {
            const auto found = talk.incoming.find(each.key);
            if (found == talk.incoming.end() || media_host_.empty()) continue;
            const auto& place = found->second.place;
            told.places.push_back({each.key, around_.here.text, media_host_, place.port, place.rtcp_port});
            // Stations beyond this one wait for it as well: it is sent to each of them directly.
            for (const auto& beyond : talk.links)
                if (beyond.other != to.other)
                    for (const auto& one : beyond.told.places)
                        if (one.key == each.key) told.places.push_back(one);
        }
        for (const auto& from : talk.links)
            if (from.other != to.other)
                for (const auto& each : from.told.speakers)
                    if (!each.key.starts_with(to.other.text)) told.speakers.push_back(each);
        around_.say(to.other, to_json_text(told));
    }
}

}  // namespace anlan::app
