#include "janus/video_hall.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <filesystem>

#include "janus/film.hpp"
#include "janus/hall_inside.hpp"
#include "janus/room_words.hpp"

namespace anlan::janus {

using meetings::MeetingId;
using meetings::Signal;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t kSdpBytesMax = 64 * 1024;
constexpr std::size_t kCandidatesMost = 64, kCandidateBytesMax = 512;
constexpr std::size_t kSecretBytes = 20;
constexpr std::chrono::seconds kComeBack{20};

Refusal too_long() {
    return refuse("too_long", "sdp", "媒体描述过大，已拒绝", "the description of the media is too large");
}

Result<void> check_size(const Signal& signal) {
    if (signal.sdp.size() > kSdpBytesMax || signal.candidates.size() > kCandidatesMost) return too_long();
    for (const auto& each : signal.candidates)
        if (each.candidate.size() > kCandidateBytesMax || each.mid.size() > kCandidateBytesMax) return too_long();
    return done();
}

}  // namespace

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

std::string VideoHall::film(const MeetingId& meeting, const std::string& digest) const {
    return film_file(inside_->folder_of(meeting), digest).string();
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
        in.others.erase(meeting);
        in.views.erase(meeting);
    }
    for (const auto& seat : gone)
        for (const auto handle : handles_of(seat)) in.link.detach(handle);
    const auto handle = had_room ? in.own_handle() : Result<std::int64_t>(std::int64_t{0});
    if (!had_room || !handle) return;
    const auto keys = keys_of(meeting, in.settings.station_secret);
    // With the room Janus forgets the last packets of those from elsewhere.
    static_cast<void>(in.link.ask(handle.value(), record_room(keys, false)));
    const auto said = in.link.ask(handle.value(), destroy_room(keys));
    if (!said) spdlog::warn("the room of {}: {}", meeting.text, said.error().en);
}

}  // namespace anlan::janus
