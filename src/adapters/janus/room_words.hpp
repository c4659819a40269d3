#pragma once

#include <string>

#include "meetings/ports.hpp"

/// What Janus' VideoRoom is told, as of version 1.1.2.
namespace anlan::janus {

/// A room of its own for every meeting. Number and secrets come from the station's key, so they stand nowhere and are
/// the same after a restart of either side.
struct RoomKeys {
    std::int64_t room = 0;    ///< 48 bits
    std::string pin, secret;  ///< to enter; to change it
};
constexpr std::int64_t kRoomExists = 427;  ///< Janus' error_code of a room that is made twice
RoomKeys keys_of(const meetings::MeetingId& meeting, const std::string& station_secret);

json::object create_room(const RoomKeys& keys, const std::string& recordings);
json::object destroy_room(const RoomKeys& keys);
json::object record_room(const RoomKeys& keys, bool on);
json::object join_as_publisher(const RoomKeys& keys);
json::object join_as_subscriber(const RoomKeys& keys, std::int64_t feed);
json::value offer_of(const std::string& sdp);
json::value answer_of(const std::string& sdp);
json::value candidates_of(const std::vector<meetings::Candidate>& candidates);
std::string sdp_in(const json::object& said);

}  // namespace anlan::janus
