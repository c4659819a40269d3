#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "janus/room_words.hpp"
#include "janus/seats.hpp"
#include "janus/video_hall.hpp"

namespace anlan::janus {

/// A number of an answer of Janus; 0: there is none.
inline std::int64_t number_of(const json::object& data, const char* name) {
    const auto* found = data.if_contains(name);
    return found != nullptr && found->is_number() ? found->to_number<std::int64_t>() : 0;
}

/// What the hall is made of. `hall_rooms.cpp`: Janus' coming and going, rooms, and the clock; `hall_acts.cpp`: what one
/// participant may do; `hall_others.cpp`: those at other stations; `hall_mix.cpp`: what conference sets hear and see;
/// `video_hall.cpp`: what the rest of the program asks for.
struct VideoHall::Inside {
    using Text = Result<std::string>;

    Inside(HallSettings given, HallEars to, seal::Dice& by);
    ~Inside();

    /// Janus came or went: every seat stays, nobody is connected.
    void turn(bool up);
    void hear(std::int64_t handle, const json::object& said);
    void hear_talk(const json::object& data);
    void tell(const meetings::MeetingId& meeting);
    void look();
    void let_go(const Seat& seat, meetings::Leaving how);
    /// The handle by which rooms are made and ended; only the program itself has it.
    Result<std::int64_t> own_handle();
    Result<std::int64_t> mix_handle();
    /// Janus says who talks to those alone who have joined, and there may be nobody but conference sets.
    Result<void> listen(const meetings::MeetingId& meeting);
    void listen_no_more(const meetings::MeetingId& meeting);
    /// Where Janus writes what is recorded of a meeting; empty: nothing is.
    std::string folder_of(const meetings::MeetingId& meeting) const;
    /// Janus records whoever is in the room when recording begins, and those who come later from a browser: of others
    /// it has to be begun anew.
    void record_anew(const meetings::MeetingId& meeting);
    Result<void> ensure_room(const meetings::MeetingId& meeting);
    meetings::Stage stage(const meetings::MeetingId& meeting, bool moved) const;

    /// Somebody at another station sends this; under the mutex.
    bool has_other(const meetings::MeetingId& meeting, std::int64_t feed) const;

    /// `seat` is a copy, taken while Janus was in the round `then`.
    Text act(const std::string& secret, const Seat& seat, std::int64_t then, const meetings::Signal& signal);
    Text join(const std::string& secret, const Seat& seat, std::int64_t then);
    Text publish(const std::string& secret, const Seat& seat, std::int64_t then, const meetings::Signal& signal);
    Text subscribe(const std::string& secret, const Seat& seat, std::int64_t then, std::int64_t feed);
    Text start(const Seat& seat, const meetings::Signal& signal);
    Text trickle(const Seat& seat, const meetings::Signal& signal);
    Text unsubscribe(const std::string& secret, std::int64_t feed);
    Text show(const std::string& secret, const meetings::Signal& signal, const meetings::MeetingId& meeting);
    Text leave(const std::string& secret);

    HallSettings settings;
    HallEars ears;
    seal::Dice& dice;
    mutable std::mutex mutex;
    std::condition_variable wake;
    Seats seats;
    std::set<meetings::MeetingId> rooms;                   ///< that Janus has
    std::map<meetings::MeetingId, SteadyTime> unrecorded;  ///< since when somebody is in it whom Janus does not record
    /// Who speaks at other stations, and on conference sets.
    std::map<meetings::MeetingId, std::map<Others, std::vector<meetings::Speaker>>> others;
    std::map<meetings::MeetingId, meetings::SharedView> views;  ///< of other stations
    struct Described {
        StreamWords voice, picture;
    };
    std::map<std::int64_t, Described> described;            ///< of others, by feed
    std::map<std::int64_t, SteadyTime> talking;             ///< since when, by feed
    std::map<meetings::MeetingId, std::int64_t> listeners;  ///< Janus' handles
    std::int64_t desk = 0, mixer = 0, round = 0;
    bool stopping = false;
    JanusLink link;
    std::thread watch;

  private:
    /// Changes the seat, unless it is gone or Janus began anew meanwhile.
    template <class Change>
    Result<void> keep(const std::string& secret, std::int64_t then, std::int64_t handle, Change change);
};

}  // namespace anlan::janus
