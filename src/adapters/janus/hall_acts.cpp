#include "janus/hall_inside.hpp"
#include "janus/room_words.hpp"

namespace anlan::janus {

using meetings::Act;
using meetings::MeetingId;
using meetings::Signal;

namespace {

Refusal feed_unknown() {
    return refuse("feed_unknown", "feed", "这路画面已经没有了", "that picture is gone");
}

Result<std::int64_t> handle_for(const Seat& seat, std::int64_t feed) {
    if (feed == 0 && seat.handle != 0) return seat.handle;
    const auto found = seat.subscriptions.find(feed);
    if (found == seat.subscriptions.end()) return feed_unknown();
    return found->second;
}

}  // namespace

template <class Change>
Result<void> VideoHall::Inside::keep(const std::string& secret, std::int64_t then, std::int64_t handle, Change change) {
    {
        const std::lock_guard lock(mutex);
        auto* seat = seats.find(secret);
        if (seat != nullptr && !seat->moved && round == then) {
            change(*seat);
            return done();
        }
    }
    link.detach(handle);
    return refuse("media_down", "", "视频服务刚刚重启，正在重新接入", "the video service began anew; connecting again");
}

Result<std::string> VideoHall::Inside::join(const std::string& secret, const Seat& seat, std::int64_t then) {
    for (const auto old : handles_of(seat)) link.detach(old);
    BOOST_OUTCOME_TRYV(ensure_room(seat.meeting));
    BOOST_OUTCOME_TRY(const auto handle, link.attach());
    const auto keys = keys_of(seat.meeting, settings.station_secret);
    const auto said = link.ask(handle, join_as_publisher(keys));
    if (!said) {
        link.detach(handle);
        return said.error();
    }
    const auto data = data_of(said.value());
    const auto* id = data.if_contains("id");
    const auto feed = id != nullptr && id->is_number() ? id->to_number<std::int64_t>() : 0;
    BOOST_OUTCOME_TRYV(keep(secret, then, handle, [&](Seat& mine) {
        mine.handle = handle;
        mine.feed = feed;
        mine.published = mine.connected = false;
        mine.subscriptions.clear();
    }));
    return std::string();
}

Result<std::string> VideoHall::Inside::publish(
    const std::string& secret, const Seat& seat, std::int64_t then, const Signal& signal
) {
    if (seat.handle == 0) return feed_unknown();
    BOOST_OUTCOME_TRY(const auto said, link.ask(seat.handle, {{"request", "publish"}}, offer_of(signal.sdp)));
    BOOST_OUTCOME_TRYV(keep(secret, then, seat.handle, [&](Seat& mine) {
        mine.published = true;
        mine.streams = streams_in(said);
        mine.audio = signal.audio;
        mine.video = signal.video;
        mine.screen = signal.screen;
    }));
    tell(seat.meeting);
    return sdp_in(said);
}

Result<std::string> VideoHall::Inside::subscribe(
    const std::string& secret, const Seat& seat, std::int64_t then, std::int64_t feed
) {
    {
        const std::lock_guard lock(mutex);
        if (feed == 0 || !(seats.has_feed(seat.meeting, feed) || has_other(seat.meeting, feed))) return feed_unknown();
    }
    if (const auto old = seat.subscriptions.find(feed); old != seat.subscriptions.end()) link.detach(old->second);
    BOOST_OUTCOME_TRY(const auto handle, link.attach());
    const auto keys = keys_of(seat.meeting, settings.station_secret);
    const auto said = link.ask(handle, join_as_subscriber(keys, feed));
    if (!said) {
        link.detach(handle);
        return said.error();
    }
    BOOST_OUTCOME_TRYV(keep(secret, then, handle, [&](Seat& mine) { mine.subscriptions[feed] = handle; }));
    return sdp_in(said.value());
}

Result<std::string> VideoHall::Inside::start(const Seat& seat, const Signal& signal) {
    BOOST_OUTCOME_TRY(const auto handle, handle_for(seat, signal.feed));
    BOOST_OUTCOME_TRYV(link.ask(handle, {{"request", "start"}}, answer_of(signal.sdp)));
    return std::string();
}

Result<std::string> VideoHall::Inside::trickle(const Seat& seat, const Signal& signal) {
    BOOST_OUTCOME_TRY(const auto handle, handle_for(seat, signal.feed));
    link.trickle(handle, candidates_of(signal.candidates));
    return std::string();
}

Result<std::string> VideoHall::Inside::unsubscribe(const std::string& secret, std::int64_t feed) {
    std::int64_t handle = 0;
    {
        const std::lock_guard lock(mutex);
        if (auto* seat = seats.find(secret))
            if (auto left = seat->subscriptions.extract(feed)) handle = left.mapped();
    }
    if (handle != 0) link.detach(handle);
    return std::string();
}

Result<std::string> VideoHall::Inside::show(const std::string& secret, const Signal& signal, const MeetingId& meeting) {
    {
        const std::lock_guard lock(mutex);
        if (auto* seat = seats.find(secret)) {
            seat->audio = signal.audio;
            seat->video = signal.video;
            seat->screen = signal.screen;
        }
    }
    tell(meeting);
    return std::string();
}

Result<std::string> VideoHall::Inside::leave(const std::string& secret) {
    std::optional<Seat> gone;
    {
        const std::lock_guard lock(mutex);
        gone = seats.remove(secret);
    }
    if (gone && !gone->moved) let_go(*gone, meetings::Leaving::left);
    return std::string();
}

Result<std::string> VideoHall::Inside::act(
    const std::string& secret, const Seat& seat, std::int64_t then, const Signal& signal
) {
    if (seat.moved) return std::string();
    switch (signal.act) {
        case Act::join:
            return join(secret, seat, then);
        case Act::publish:
            return publish(secret, seat, then, signal);
        case Act::subscribe:
            return subscribe(secret, seat, then, signal.feed);
        case Act::start:
            return start(seat, signal);
        case Act::unsubscribe:
            return unsubscribe(secret, signal.feed);
        case Act::trickle:
            return trickle(seat, signal);
        case Act::state:
            return show(secret, signal, seat.meeting);
        case Act::leave:
            return leave(secret);
        case Act::keepalive:
            return std::string();
    }
    return std::string();
}

}  // namespace anlan::janus
