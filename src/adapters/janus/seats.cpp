#include "janus/seats.hpp"

#include <set>

namespace anlan::janus {

using meetings::MeetingId;

std::vector<std::int64_t> handles_of(const Seat& seat) {
    std::vector<std::int64_t> all;
    if (seat.handle != 0) all.push_back(seat.handle);
    for (const auto& [feed, handle] : seat.subscriptions) all.push_back(handle);
    return all;
}

Result<Seats::Taken> Seats::take(const std::string& secret, Seat seat) {
    Taken taken{true, {}};
    std::size_t others = 0;
    for (auto& [name, one] : seats_) {
        if (one.meeting != seat.meeting || one.moved) continue;
        if (one.person != seat.person) {
            ++others;
            continue;
        }
        taken.arrived = false;
        taken.handles = handles_of(one);
        one.moved = true;
        one.handle = 0;
        one.published = false;
        one.subscriptions.clear();
    }
    if (others >= kMostInMeeting)
        return refuse("too_many_seats", "meeting", "会议已满（60 人）", "the meeting is full: 60 people");
    seats_.insert_or_assign(secret, std::move(seat));
    return taken;
}

Result<Seat*> Seats::find(const std::string& secret, const MeetingId& meeting, const PersonId& person, SteadyTime now) {
    const auto found = seats_.find(secret);
    if (found == seats_.end() || found->second.meeting != meeting || found->second.person != person)
        return refuse(
            "seat_unknown",
            "seat",
            "会议凭证无效或已过期，请重新进入会议",
            "this seat is not yours or no longer there; enter again"
        );
    auto& seat = found->second;
    if (now - seat.minute > std::chrono::minutes{1}) {
        seat.minute = now;
        seat.signals = 0;
    }
    if (++seat.signals > kMostSignals)
        return refuse("too_many_signals", "", "操作过于频繁，请稍候", "too many messages; wait a moment");
    if (!seat.moved) seat.heard = now;
    return &seat;
}

Seat* Seats::find(const std::string& secret) {
    const auto found = seats_.find(secret);
    return found == seats_.end() ? nullptr : &found->second;
}

std::optional<Seat> Seats::remove(const std::string& secret) {
    auto taken = seats_.extract(secret);
    if (taken.empty()) return std::nullopt;
    return std::move(taken.mapped());
}

std::vector<Seat> Seats::expire(SteadyTime now) {
    std::vector<Seat> gone;
    std::erase_if(seats_, [&](auto& each) {
        auto& seat = each.second;
        if (now - seat.heard < (seat.moved ? kRemembered : kSilence)) return false;
        if (!seat.moved) gone.push_back(std::move(seat));
        return true;
    });
    return gone;
}

std::vector<Seat> Seats::close(const MeetingId& meeting) {
    std::vector<Seat> gone;
    std::erase_if(seats_, [&](auto& each) {
        if (each.second.meeting != meeting) return false;
        gone.push_back(std::move(each.second));
        return true;
    });
    return gone;
}

void Seats::disconnect_all() {
    for (auto& [secret, seat] : seats_) {
        seat.handle = seat.feed = 0;
        seat.published = seat.connected = false;
        seat.subscriptions.clear();
    }
}

std::optional<MeetingId> Seats::connect(std::int64_t handle) {
    for (auto& [secret, seat] : seats_) {
        if (seat.handle != handle) continue;
        seat.connected = true;
        return seat.meeting;
    }
    return std::nullopt;
}

std::optional<MeetingId> Seats::hang_up(std::int64_t handle) {
    for (auto& [secret, seat] : seats_) {
        if (seat.handle != handle || !seat.published) continue;
        seat.published = seat.connected = false;
        return seat.meeting;
    }
    return std::nullopt;
}

bool Seats::has_feed(const MeetingId& meeting, std::int64_t feed) const {
    for (const auto& [secret, seat] : seats_)
        if (seat.meeting == meeting && seat.sends() && seat.feed == feed) return true;
    return false;
}

std::vector<meetings::Speaker> Seats::speakers(const MeetingId& meeting) const {
    std::vector<meetings::Speaker> all;
    for (const auto& [secret, seat] : seats_)
        if (seat.meeting == meeting && !seat.moved)
            all.push_back(
                {seat.sends() ? seat.feed : 0,
                 seat.person,
                 seat.audio,
                 seat.video,
                 seat.screen,
                 "",
                 "",
                 "",
                 false,
                 false,
                 false,
                 {}}
            );
    return all;
}

std::vector<OwnFeed> Seats::feeds(const MeetingId& meeting) const {
    std::vector<OwnFeed> all;
    for (const auto& [secret, seat] : seats_)
        if (seat.meeting == meeting && !seat.moved && seat.sends())
            all.push_back({seat.feed, seat.person, seat.audio, seat.video, seat.screen, seat.streams});
    return all;
}

std::vector<PersonId> Seats::people(const MeetingId& meeting) const {
    std::vector<PersonId> all;
    for (const auto& [secret, seat] : seats_)
        if (seat.meeting == meeting) all.push_back(seat.person);
    return all;
}

std::vector<MeetingId> Seats::all_meetings() const {
    std::set<MeetingId> all;
    for (const auto& [secret, seat] : seats_) all.insert(seat.meeting);
    return {all.begin(), all.end()};
}

}  // namespace anlan::janus
