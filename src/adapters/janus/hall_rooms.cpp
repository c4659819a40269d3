#include <spdlog/spdlog.h>

#include "janus/hall_inside.hpp"
#include "janus/room_words.hpp"

namespace anlan::janus {

using meetings::MeetingId;
using std::chrono::steady_clock;

namespace {

constexpr std::chrono::seconds kLook{1};
constexpr std::chrono::seconds kTogether{3};  ///< those who come within it are recorded from the same moment

}  // namespace

VideoHall::Inside::Inside(HallSettings given, HallEars to, seal::Dice& by)
    : settings(std::move(given)),
      ears(std::move(to)),
      dice(by),
      link(
          settings.janus,
          {[this](bool up) { turn(up); }, [this](std::int64_t handle, const json::object& said) { hear(handle, said); }}
      ),
      watch([this] { look(); }) {}

VideoHall::Inside::~Inside() {
    {
        const std::lock_guard lock(mutex);
        stopping = true;
    }
    wake.notify_all();
    watch.join();
}

void VideoHall::Inside::turn(bool up) {
    std::vector<std::pair<MeetingId, std::vector<PersonId>>> told;
    {
        const std::lock_guard lock(mutex);
        seats.disconnect_all();
        rooms.clear();
        others.clear();
        unrecorded.clear();
        listeners.clear();
        described.clear();
        talking.clear();
        desk = mixer = 0;
        if (up) ++round;
        for (const auto& meeting : seats.all_meetings()) told.emplace_back(meeting, seats.people(meeting));
    }
    for (const auto& [meeting, people] : told) ears.changed(meeting, people);
}

void VideoHall::Inside::hear(std::int64_t handle, const json::object& said) {
    const auto* what = said.if_contains("janus");
    if (what != nullptr && *what == "event") return hear_talk(data_of(said));
    const bool up = what != nullptr && *what == "webrtcup";
    if (what == nullptr || (!up && *what != "hangup" && *what != "detached")) return;
    std::optional<MeetingId> meeting;
    {
        const std::lock_guard lock(mutex);
        meeting = up ? seats.connect(handle) : seats.hang_up(handle);
    }
    if (meeting) tell(*meeting);
}

/// Janus says it to everybody in the room, and so several times to us.
void VideoHall::Inside::hear_talk(const json::object& data) {
    const auto* what = data.if_contains("videoroom");
    if (what == nullptr || (*what != "talking" && *what != "stopped-talking")) return;
    const auto feed = number_of(data, "id");
    const std::lock_guard lock(mutex);
    if (*what == "talking")
        talking.try_emplace(feed, steady_clock::now());
    else
        talking.erase(feed);
}

void VideoHall::Inside::tell(const MeetingId& meeting) {
    std::vector<PersonId> people;
    {
        const std::lock_guard lock(mutex);
        people = seats.people(meeting);
    }
    ears.changed(meeting, people);
}

void VideoHall::Inside::look() {
    std::unique_lock lock(mutex);
    while (!stopping) {
        wake.wait_for(lock, kLook, [this] { return stopping; });
        if (stopping) return;
        const auto gone = seats.expire(steady_clock::now());
        std::vector<MeetingId> anew;
        std::erase_if(unrecorded, [&](const auto& each) {
            if (steady_clock::now() - each.second < kTogether) return false;
            anew.push_back(each.first);
            return true;
        });
        lock.unlock();
        for (const auto& meeting : anew) record_anew(meeting);
        for (const auto& seat : gone) let_go(seat, meetings::Leaving::lost);
        lock.lock();
    }
}

void VideoHall::Inside::record_anew(const MeetingId& meeting) {
    const auto handle = own_handle();
    if (!handle || !ears.recorded(meeting)) return;
    const auto keys = keys_of(meeting, settings.station_secret);
    for (const bool on : {false, true})
        if (const auto said = link.ask(handle.value(), record_room(keys, on)); !said)
            spdlog::warn("recording of {}: {}", meeting.text, said.error().en);
}

void VideoHall::Inside::let_go(const Seat& seat, meetings::Leaving how) {
    for (const auto handle : handles_of(seat)) link.detach(handle);
    ears.left(seat.meeting, seat.person, how);
    tell(seat.meeting);
}

Result<std::int64_t> VideoHall::Inside::own_handle() {
    {
        const std::lock_guard lock(mutex);
        if (desk != 0) return desk;
    }
    BOOST_OUTCOME_TRY(const auto made, link.attach());
    const std::lock_guard lock(mutex);
    desk = made;
    return made;
}

std::string VideoHall::Inside::folder_of(const MeetingId& meeting) const {
    const auto& all = settings.janus.recordings;
    return all.empty() ? all : all + "/" + meeting.text;
}

Result<void> VideoHall::Inside::ensure_room(const MeetingId& meeting) {
    {
        const std::lock_guard lock(mutex);
        if (rooms.contains(meeting)) return done();
    }
    BOOST_OUTCOME_TRY(const auto handle, own_handle());
    const auto keys = keys_of(meeting, settings.station_secret);
    BOOST_OUTCOME_TRYV(link.ask(handle, create_room(keys, folder_of(meeting)), nullptr, kRoomExists));
    if (ears.recorded(meeting)) {
        BOOST_OUTCOME_TRYV(link.ask(handle, record_room(keys, true)));
    }
    const std::lock_guard lock(mutex);
    rooms.insert(meeting);
    return done();
}

meetings::Stage VideoHall::Inside::stage(const MeetingId& meeting, bool moved) const {
    const auto up = link.up() ? meetings::Media::up : meetings::Media::down;
    const std::lock_guard lock(mutex);
    meetings::Stage seen{up, round, moved, seats.speakers(meeting), {}};
    if (const auto found = others.find(meeting); found != others.end())
        for (const auto& [whence, some] : found->second)
            seen.speakers.insert(seen.speakers.end(), some.begin(), some.end());
    if (const auto found = views.find(meeting); found != views.end()) seen.view = found->second;
    return seen;
}

}  // namespace anlan::janus
