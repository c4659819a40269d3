#include "app/cascading.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cmath>

#include "meetings/rules.hpp"
#include "organisation/queries.hpp"

namespace anlan::app {

namespace {

constexpr std::chrono::milliseconds kCascadeStep{500}, kBetweenWords{1'000};
constexpr std::size_t kWordsWaitingMost = 256, kToldMost = 200;

/// As the room itself would take it.
bool is_place(const meetings::SharedView& view) {
    return std::abs(view.lon) <= 180 && std::abs(view.lat) <= 90 && view.zoom >= 0 && view.zoom <= 24 &&
           view.words.size() <= meetings::kLongestTitle;
}

}  // namespace

Cascading::Cascading(Around around, janus::VideoHall& hall, Read read)
    : around_(std::move(around)),
      hall_(hall),
      read_(std::move(read)),
      media_(around_.here, around_.parent, around_.media, around_.session, around_.pair_key),
      thread_([this] { run(); }) {}

Cascading::~Cascading() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void Cascading::hear(const AreaCode& from, std::string text) {
    {
        const std::lock_guard lock(mutex_);
        auto& last = last_heard_[from];
        hurried_ = hurried_ || last != text;
        last = text;
        if (inbox_.size() < kWordsWaitingMost) inbox_.emplace_back(from, std::move(text));
        if (!hurried_) return;
    }
    wake_.notify_all();
}

void Cascading::look() {
    {
        const std::lock_guard lock(mutex_);
        hurried_ = true;
    }
    wake_.notify_all();
}

void Cascading::run() {
    auto next_words = std::chrono::steady_clock::now();
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, kCascadeStep, [this] { return stopping_ || hurried_; });
            if (stopping_) return;
            hurried_ = false;
        }
        const auto now = std::chrono::steady_clock::now();
        const bool all = now >= next_words;
        if (all) next_words = now + kBetweenWords;
        try {
            step(now, all);
        } catch (const std::exception& fault) {
            spdlog::error("meetings between stations: {}", fault.what());
        }
    }
}

void Cascading::step(Steady now, bool all) {
    follow_spans();
    take_words(now);
    const auto round = hall_.round();
    if (round != round_)  // Janus has begun anew, or is gone: nothing of this is there any more
        for (auto& [meeting, talk] : talks_) talk.incoming.clear(), talk.outgoing.clear();
    round_ = round;
    if (round != 0)
        for (auto& [meeting, talk] : talks_) take_in(meeting, talk);
    lead_media();
    for (auto& [meeting, talk] : talks_) {
        speak(meeting, talk, now, all);
        if (round != 0) send_out(meeting, talk);
        show(meeting, talk, now);
    }
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
        talk.links.push_back(known == before.links.end() ? Link{span, *other, {}, {}, {}} : *known);
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
        if (read && read.value().view && !is_place(*read.value().view)) read.value().view.reset();
        if (!read || read.value().speakers.size() > kToldMost || read.value().waits.size() > kToldMost) continue;
        bool known = false;
        for (auto& [meeting, talk] : talks_)
            for (auto& link : talk.links) {
                if (link.other != from || link.span.root != read.value().root) continue;
                known = true;
                link.told = read.value();
                link.heard = now;
                media_.learn(from, link.told.session, link.told.port);
            }
        if (!known && !read.value().over) {
            ToldSpan over;
            over.root = read.value().root;
            over.over = true;
            around_.say(from, to_json_text(over));
        }
    }
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
                 each.hand,
                 each.cut || is_cut(link, now),
                 each.terminal,
                 {}}
            );
        }
    hall_.show_others(meeting, janus::Others::stations, std::move(all));
    hall_.show_view(meeting, talk.view_but(nullptr));
}

std::optional<meetings::SharedView> Cascading::Talk::view_but(const Link* but) const {
    std::optional<meetings::SharedView> newest;
    for (const auto& link : links)
        if (&link != but && link.told.view && (!newest || link.told.view->at > newest->at)) newest = link.told.view;
    return newest;
}

std::optional<meetings::SharedView> Cascading::own_view(const Meeting& meeting) {
    std::optional<meetings::SharedView> view;
    read_([&](store::Rows& rows) {
        if (const auto found = meetings::find_meeting(rows, meeting)) view = meetings::shared_view(*found);
        if (view) view->name = organisation::person_name(rows, view->person);
    });
    if (view) view->station = around_.name;
    return view;
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
                 false,
                 guest && guest->hand > 0,
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
             true,
             false,
             false}
        );
    return all;
}

void Cascading::speak(const Meeting& meeting, Talk& talk, Steady now, bool all) {
    const auto own = own_speakers(meeting);
    const auto view = own_view(meeting);
    for (auto& to : talk.links) {
        ToldSpan told{to.span.root, false, media_.session(), media_.port(), own, {}, talk.view_but(&to)};
        if (view && (!told.view || view->at > told.view->at)) told.view = view;
        for (const auto& each : to.told.speakers) {
            const auto* source = talk.source_of(each.key, around_.here);
            if (source != &to) continue;
            if (talk.incoming.contains(each.key) || !talk.waiting_for(each.key, source).empty())
                told.waits.push_back(each.key);
        }
        for (const auto& from : talk.links)
            if (from.other != to.other)
                for (const auto& each : from.told.speakers)
                    if (talk.source_of(each.key, around_.here) == &from && !each.key.starts_with(to.other.text)) {
                        told.speakers.push_back(each);
                        told.speakers.back().cut = each.cut || is_cut(from, now);
                    }
        auto text = to_json_text(told);
        if (!all && text == to.said) continue;
        to.said = text;
        around_.say(to.other, std::move(text));
    }
}

}  // namespace anlan::app
