#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "app/cascading.hpp"

namespace anlan::app {

namespace {

/// The feed of one's own key; 0: it is none, or of an earlier Janus.
std::int64_t feed_of(const std::string& key, const std::string& mine) {
    std::int64_t feed = 0;
    if (key.starts_with(mine)) std::from_chars(key.data() + mine.size(), key.data() + key.size(), feed);
    return feed;
}

std::uint16_t port_of(std::int64_t number) {
    return static_cast<std::uint16_t>(number);
}

}  // namespace

const Cascading::Link* Cascading::Talk::source_of(const std::string& key, const AreaCode& here) const {
    if (key.starts_with(here.text)) return nullptr;
    const auto found = std::ranges::find_if(links, [&](const Link& link) {
        return std::ranges::count(link.told.speakers, key, &ToldSpeaker::key) > 0;
    });
    return found == links.end() ? nullptr : &*found;
}

std::set<AreaCode> Cascading::Talk::waiting_for(const std::string& key, const Link* source) const {
    std::set<AreaCode> all;
    for (const auto& link : links)
        if (&link != source && std::ranges::count(link.told.waits, key) > 0) all.insert(link.other);
    return all;
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

/// Of those who speak here: whom some neighbour waits for.
std::map<std::string, Cascading::Sent> Cascading::own_waited_for(const Meeting& meeting, const Talk& talk) {
    const auto mine = fmt::format("{}/{}/", around_.here.text, hall_.round());
    std::map<std::int64_t, bool> sending;  ///< and whether it is a conference set
    for (const auto& each : hall_.own_feeds(meeting)) sending[each.feed] = false;
    for (const auto& each : around_.sets->voices(meeting)) sending[each.feed] = true;
    std::map<std::string, Sent> all;
    for (const auto& link : talk.links)
        for (const auto& key : link.told.waits)
            if (const auto found = sending.find(feed_of(key, mine)); found != sending.end())
                all[key] = {found->first, {}, found->second};
    return all;
}

/// What the media line does with each who speaks: also with those whom nobody here hears because Janus is gone.
void Cascading::lead_media() {
    std::set<AreaCode> neighbours;
    std::map<medialine::Stream, medialine::Route> routes;
    for (const auto& [meeting, talk] : talks_) {
        for (const auto& [key, one] : own_waited_for(meeting, talk))
            routes[medialine::stream_of(key)] = {std::nullopt, talk.waiting_for(key, nullptr), {}};
        for (const auto& link : talk.links) {
            neighbours.insert(link.other);
            for (const auto& each : link.told.speakers) {
                if (talk.source_of(each.key, around_.here) != &link) continue;
                medialine::Route route{link.other, talk.waiting_for(each.key, &link), {}};
                if (const auto here = talk.incoming.find(each.key); here != talk.incoming.end())
                    route.drain = {port_of(here->second.place.port), port_of(here->second.place.rtcp_port)};
                routes[medialine::stream_of(each.key)] = std::move(route);
            }
        }
    }
    media_.meet(neighbours);
    media_.lead(routes);
}

void Cascading::send_out(const Meeting& meeting, Talk& talk) {
    auto wanted = own_waited_for(meeting, talk);
    for (auto& [key, one] : wanted) one.doors = media_.doors(medialine::stream_of(key));
    std::erase_if(wanted, [](const auto& each) { return each.second.doors == medialine::Ports{}; });
    std::erase_if(talk.outgoing, [&](const auto& each) {
        const auto found = wanted.find(each.first);
        if (found != wanted.end() && found->second.doors == each.second.doors) return false;
        stop_sending(meeting, each.second);
        return true;
    });
    for (const auto& [key, one] : wanted)
        if (!talk.outgoing.contains(key) && send(meeting, one)) talk.outgoing[key] = one;
}

/// Janus sends on only what it has from a browser; a conference set's packets are in our own hands.
Result<void> Cascading::send(const Meeting& meeting, const Sent& one) {
    if (!one.terminal) return hall_.send_on(meeting, one.feed, one.doors.media, one.doors.reports);
    around_.sets->send_on(meeting, one.feed, "stations", "127.0.0.1", one.doors.media, one.doors.reports);
    return done();
}

void Cascading::stop_sending(const Meeting& meeting, const Sent& one) {
    if (one.terminal)
        around_.sets->stop_sending(meeting, one.feed, "stations");
    else
        hall_.stop_sending(meeting, one.feed);
}

}  // namespace anlan::app
