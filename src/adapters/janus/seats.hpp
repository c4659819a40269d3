#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "meetings/ports.hpp"

namespace anlan::janus {

using SteadyTime = std::chrono::steady_clock::time_point;

/// One person in one meeting, at one device.
struct Seat {
    meetings::MeetingId meeting;
    PersonId person;
    SteadyTime heard{};       ///< the last word from it
    bool moved = false;       ///< the person sits elsewhere now; kept to tell the old device so
    std::int64_t handle = 0;  ///< Janus' name of what it sends on; 0: not connected
    std::int64_t feed = 0;    ///< what others subscribe to
    bool published = false;
    bool connected = false;  ///< what it sends really arrives; before that Janus lets nobody subscribe to it
    std::string streams{};   ///< what is published, as Janus described it (JSON)
    std::map<std::int64_t, std::int64_t> subscriptions{};  ///< feed → Janus' handle
    bool audio = false, video = false, screen = false;
    SteadyTime minute{};
    int signals = 0;  ///< in this minute

    bool sends() const { return published && connected; }
};

/// What somebody here sends, for another station to be told.
struct OwnFeed {
    std::int64_t feed = 0;
    PersonId person;
    bool audio = false, video = false, screen = false;
    std::string streams;
};

/// Who sits where. Knows nothing of Janus but the numbers; not safe for several threads.
class Seats {
  public:
    static constexpr std::chrono::seconds kSilence{12};     ///< a seat that says nothing for so long is given up
    static constexpr std::chrono::seconds kRemembered{60};  ///< so long a device that was left is told so
    static constexpr std::size_t kMostInMeeting = 60;
    static constexpr int kMostSignals = 900;  ///< a minute: a device that connects to 60 others needs some 300

    struct Taken {
        bool arrived = false;               ///< the person was not in the meeting before
        std::vector<std::int64_t> handles;  ///< of the seat left behind
    };
    /// Refuses `too_many_seats`.
    Result<Taken> take(const std::string& secret, Seat seat);
    /// Counts the signal. Refuses `seat_unknown`, `too_many_signals`.
    Result<Seat*> find(
        const std::string& secret, const meetings::MeetingId& meeting, const PersonId& person, SteadyTime now
    );
    Seat* find(const std::string& secret);
    /// Takes it away and gives it back; nothing when there is none.
    std::optional<Seat> remove(const std::string& secret);
    /// Those that fell silent.
    std::vector<Seat> expire(SteadyTime now);
    std::vector<Seat> close(const meetings::MeetingId& meeting);
    /// Janus began anew: nobody is connected.
    void disconnect_all();
    /// What Janus calls `handle` stands. The meeting it is in, when somebody sends on it.
    std::optional<meetings::MeetingId> connect(std::int64_t handle);
    /// What Janus calls `handle` is gone. The meeting it was in, when somebody sent on it.
    std::optional<meetings::MeetingId> hang_up(std::int64_t handle);
    bool has_feed(const meetings::MeetingId& meeting, std::int64_t feed) const;

    std::vector<meetings::Speaker> speakers(const meetings::MeetingId& meeting) const;
    std::vector<OwnFeed> feeds(const meetings::MeetingId& meeting) const;
    std::vector<PersonId> people(const meetings::MeetingId& meeting) const;
    std::vector<meetings::MeetingId> all_meetings() const;

  private:
    std::map<std::string, Seat> seats_;  ///< by the secret
};

/// All of Janus' handles that a seat holds.
std::vector<std::int64_t> handles_of(const Seat& seat);

}  // namespace anlan::janus
