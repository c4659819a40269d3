#include "janus/video_hall.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <set>
#include <thread>

#include "janus/room_words.hpp"
#include "janus/seats.hpp"

namespace anlan::janus {

using meetings::Act;
using meetings::MeetingId;
using meetings::Signal;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t kSdpBytesMax = 64 * 1024;
constexpr std::size_t kCandidatesMost = 64, kCandidateBytesMax = 512;
constexpr std::size_t kSecretBytes = 20;
constexpr std::chrono::seconds kLook{1}, kComeBack{20};

Refusal too_long() {
    return refuse("too_long", "sdp", "媒体描述过大，已拒绝", "the description of the media is too large");
}

Result<void> check_size(const Signal& signal) {
    if (signal.sdp.size() > kSdpBytesMax || signal.candidates.size() > kCandidatesMost) return too_long();
    for (const auto& each : signal.candidates)
        if (each.candidate.size() > kCandidateBytesMax || each.mid.size() > kCandidateBytesMax) return too_long();
    return done();
}

Refusal feed_unknown() {
    return refuse("feed_unknown", "feed", "这路画面已经没有了", "that picture is gone");
}

}  // namespace

struct VideoHall::Inside {
    Inside(HallSettings given, HallEars to, seal::Dice& by)
        : settings(std::move(given)),
          ears(std::move(to)),
          dice(by),
          link(
              settings.janus,
              {[this](bool up) { turn(up); },
               [this](std::int64_t handle, const json::object& said) { hear(handle, said); }}
          ),
          watch([this] { look(); }) {}

    ~Inside() {
        {
            const std::lock_guard lock(mutex);
            stopping = true;
        }
        wake.notify_all();
        watch.join();
    }

    /// Janus came or went: every seat stays, nobody is connected.
    void turn(bool up) {
        std::vector<std::pair<MeetingId, std::vector<PersonId>>> told;
        {
            const std::lock_guard lock(mutex);
            seats.disconnect_all();
            rooms.clear();
            desk = 0;
            if (up) ++round;
            for (const auto& meeting : seats.all_meetings()) told.emplace_back(meeting, seats.people(meeting));
        }
        for (const auto& [meeting, people] : told) ears.changed(meeting, people);
    }

    void hear(std::int64_t handle, const json::object& said) {
        const auto* what = said.if_contains("janus");
        if (what == nullptr || (*what != "hangup" && *what != "detached")) return;
        std::optional<MeetingId> meeting;
        {
            const std::lock_guard lock(mutex);
            meeting = seats.hang_up(handle);
        }
        if (meeting) tell(*meeting);
    }

    void tell(const MeetingId& meeting) {
        std::vector<PersonId> people;
        {
            const std::lock_guard lock(mutex);
            people = seats.people(meeting);
        }
        ears.changed(meeting, people);
    }

    void look() {
        std::unique_lock lock(mutex);
        while (!stopping) {
            wake.wait_for(lock, kLook, [this] { return stopping; });
            if (stopping) return;
            const auto gone = seats.expire(steady_clock::now());
            lock.unlock();
            for (const auto& seat : gone) let_go(seat, meetings::Leaving::lost);
            lock.lock();
        }
    }

    void let_go(const Seat& seat, meetings::Leaving how) {
        for (const auto handle : handles_of(seat)) link.detach(handle);
        ears.left(seat.meeting, seat.person, how);
        tell(seat.meeting);
    }

    /// The handle by which rooms are made and ended; only the program itself has it.
    Result<std::int64_t> own_handle() {
        {
            const std::lock_guard lock(mutex);
            if (desk != 0) return desk;
        }
        BOOST_OUTCOME_TRY(const auto made, link.attach());
        const std::lock_guard lock(mutex);
        desk = made;
        return made;
    }

    /// Where Janus writes what is recorded of a meeting; empty: nothing is.
    std::string folder_of(const MeetingId& meeting) const {
        const auto& all = settings.janus.recordings;
        return all.empty() ? all : all + "/" + meeting.text;
    }

    Result<void> ensure_room(const MeetingId& meeting) {
        {
            const std::lock_guard lock(mutex);
            if (rooms.contains(meeting)) return done();
        }
        BOOST_OUTCOME_TRY(const auto handle, own_handle());
        const auto keys = keys_of(meeting, settings.station_secret);
        const auto made = link.ask(handle, create_room(keys, folder_of(meeting)));
        if (!made && made.error().en.find("already exists") == std::string::npos) return made.error();
        if (ears.recorded(meeting)) {
            BOOST_OUTCOME_TRYV(link.ask(handle, record_room(keys, true)));
        }
        const std::lock_guard lock(mutex);
        rooms.insert(meeting);
        return done();
    }

    /// Changes the seat, unless it is gone or Janus began anew meanwhile.
    template <class Change>
    Result<void> keep(const std::string& secret, std::int64_t then, std::int64_t handle, Change change) {
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

    Result<std::string> join(const std::string& secret, const Seat& seat, std::int64_t then) {
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
            mine.published = false;
            mine.subscriptions.clear();
        }));
        return std::string();
    }

    Result<std::string> publish(const std::string& secret, const Seat& seat, std::int64_t then, const Signal& signal) {
        if (seat.handle == 0) return feed_unknown();
        BOOST_OUTCOME_TRY(
            const auto said, link.ask(seat.handle, {{"request", "publish"}}, offer_of(signal.sdp))
        );
        BOOST_OUTCOME_TRYV(keep(secret, then, seat.handle, [&](Seat& mine) {
            mine.published = true;
            mine.audio = signal.audio;
            mine.video = signal.video;
            mine.screen = signal.screen;
        }));
        tell(seat.meeting);
        return sdp_in(said);
    }

    Result<std::string> subscribe(const std::string& secret, const Seat& seat, std::int64_t then, std::int64_t feed) {
        {
            const std::lock_guard lock(mutex);
            if (feed == 0 || !seats.has_feed(seat.meeting, feed)) return feed_unknown();
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

    static Result<std::int64_t> handle_for(const Seat& seat, std::int64_t feed) {
        if (feed == 0 && seat.handle != 0) return seat.handle;
        const auto found = seat.subscriptions.find(feed);
        if (found == seat.subscriptions.end()) return feed_unknown();
        return found->second;
    }

    Result<std::string> start(const Seat& seat, const Signal& signal) {
        BOOST_OUTCOME_TRY(const auto handle, handle_for(seat, signal.feed));
        BOOST_OUTCOME_TRYV(link.ask(handle, {{"request", "start"}}, answer_of(signal.sdp)));
        return std::string();
    }

    Result<std::string> trickle(const Seat& seat, const Signal& signal) {
        BOOST_OUTCOME_TRY(const auto handle, handle_for(seat, signal.feed));
        link.trickle(handle, candidates_of(signal.candidates));
        return std::string();
    }

    Result<std::string> unsubscribe(const std::string& secret, std::int64_t feed) {
        std::int64_t handle = 0;
        {
            const std::lock_guard lock(mutex);
            if (auto* seat = seats.find(secret))
                if (auto left = seat->subscriptions.extract(feed)) handle = left.mapped();
        }
        if (handle != 0) link.detach(handle);
        return std::string();
    }

    Result<std::string> show(const std::string& secret, const Signal& signal, const MeetingId& meeting) {
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

    Result<std::string> leave(const std::string& secret) {
        std::optional<Seat> gone;
        {
            const std::lock_guard lock(mutex);
            gone = seats.remove(secret);
        }
        if (gone && !gone->moved) let_go(*gone, meetings::Leaving::left);
        return std::string();
    }

    Result<std::string> act(const std::string& secret, const Seat& seat, std::int64_t then, const Signal& signal) {
        if (seat.moved) return std::string();
        switch (signal.act) {
            case Act::join: return join(secret, seat, then);
            case Act::publish: return publish(secret, seat, then, signal);
            case Act::subscribe: return subscribe(secret, seat, then, signal.feed);
            case Act::start: return start(seat, signal);
            case Act::unsubscribe: return unsubscribe(secret, signal.feed);
            case Act::trickle: return trickle(seat, signal);
            case Act::state: return show(secret, signal, seat.meeting);
            case Act::leave: return leave(secret);
            case Act::keepalive: return std::string();
        }
        return std::string();
    }

    meetings::Stage stage(const MeetingId& meeting, bool moved) const {
        const auto up = link.up() ? meetings::Media::up : meetings::Media::down;
        const std::lock_guard lock(mutex);
        return {up, round, moved, seats.speakers(meeting)};
    }

    HallSettings settings;
    HallEars ears;
    seal::Dice& dice;
    mutable std::mutex mutex;
    std::condition_variable wake;
    Seats seats;
    std::set<MeetingId> rooms;  ///< that Janus has
    std::int64_t desk = 0, round = 0;
    bool stopping = false;
    JanusLink link;
    std::thread watch;
};

VideoHall::VideoHall(HallSettings settings, HallEars ears, seal::Dice& dice)
    : inside_(std::make_unique<Inside>(std::move(settings), std::move(ears), dice)) {}
VideoHall::~VideoHall() = default;

meetings::Media VideoHall::media() const {
    return inside_->link.up() ? meetings::Media::up : meetings::Media::down;
}

Result<std::string> VideoHall::take_seat(const MeetingId& meeting, const PersonId& person) {
    auto& in = *inside_;
    Seat seat;
    seat.meeting = meeting;
    seat.person = person;
    seat.heard = steady_clock::now();
    std::string secret;
    Seats::Taken taken;
    {
        const std::lock_guard lock(in.mutex);
        secret = seal::to_hex(in.dice.bytes(kSecretBytes));
        BOOST_OUTCOME_TRY(taken, in.seats.take(secret, std::move(seat)));
    }
    for (const auto handle : taken.handles) in.link.detach(handle);
    if (taken.arrived) in.ears.arrived(meeting, person);
    in.tell(meeting);
    return secret;
}

Result<meetings::SignalAnswer> VideoHall::signal(
    const MeetingId& meeting, const PersonId& person, const std::string& secret, const Signal& signal
) {
    auto& in = *inside_;
    BOOST_OUTCOME_TRYV(check_size(signal));
    Seat seat;
    std::int64_t then = 0;
    {
        const std::lock_guard lock(in.mutex);
        BOOST_OUTCOME_TRY(const auto* found, in.seats.find(secret, meeting, person, steady_clock::now()));
        seat = *found;
        then = in.round;
    }
    BOOST_OUTCOME_TRY(auto sdp, in.act(secret, seat, then, signal));
    return meetings::SignalAnswer{std::move(sdp), in.stage(meeting, seat.moved)};
}

std::vector<std::string> VideoHall::recordings(const MeetingId& meeting) const {
    std::vector<std::string> names;
    std::error_code missing;  // nothing was recorded yet
    for (const auto& file : std::filesystem::directory_iterator(inside_->folder_of(meeting), missing))
        if (file.path().extension() == ".mjr") names.push_back(file.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

void VideoHall::remember(const MeetingId& meeting, const PersonId& person) {
    auto& in = *inside_;
    Seat seat;
    seat.meeting = meeting;
    seat.person = person;
    seat.heard = steady_clock::now() + kComeBack;
    const std::lock_guard lock(in.mutex);
    static_cast<void>(in.seats.take(seal::to_hex(in.dice.bytes(kSecretBytes)), std::move(seat)));
}

void VideoHall::announce(const MeetingId& meeting) {
    inside_->tell(meeting);
}

void VideoHall::record(const MeetingId& meeting, bool on) {
    auto& in = *inside_;
    {
        const std::lock_guard lock(in.mutex);
        if (!in.rooms.contains(meeting)) return;  // told when the room is made
    }
    const auto handle = in.own_handle();
    if (!handle) return;
    const auto said = in.link.ask(handle.value(), record_room(keys_of(meeting, in.settings.station_secret), on));
    if (!said) spdlog::warn("recording of {}: {}", meeting.text, said.error().en);
}

void VideoHall::close(const MeetingId& meeting) {
    auto& in = *inside_;
    std::vector<Seat> gone;
    bool had_room = false;
    {
        const std::lock_guard lock(in.mutex);
        gone = in.seats.close(meeting);
        had_room = in.rooms.erase(meeting) > 0;
    }
    for (const auto& seat : gone)
        for (const auto handle : handles_of(seat)) in.link.detach(handle);
    const auto handle = had_room ? in.own_handle() : Result<std::int64_t>(std::int64_t{0});
    if (!had_room || !handle) return;
    const auto said = in.link.ask(handle.value(), destroy_room(keys_of(meeting, in.settings.station_secret)));
    if (!said) spdlog::warn("the room of {}: {}", meeting.text, said.error().en);
}

}  // namespace anlan::janus
