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
constexpr std::int64_t kRemotizationExists = 436;

/// One thing sent to one place beside the room.
/// What will come from another Janus, described as that one described it.
json::object expect_remote(const RoomKeys& keys, const std::string& name, json::value streams);
json::object forget_remote(const RoomKeys& keys, std::int64_t feed);
/// What a feed sends, to two ports on 127.0.0.1 as well.
json::object send_remotely(const RoomKeys& keys, std::int64_t feed, std::int64_t port, std::int64_t rtcp_port);
json::object stop_remotely(const RoomKeys& keys, std::int64_t feed);
/// Of the answer to a publishing: kind, place and codec of each stream, as JSON.
std::string streams_in(const json::object& said);
/// One of the streams, by its kind ("audio", "video").
struct StreamWords {
    std::string coding, mid;  ///< empty: there is none
};
StreamWords first_stream(const json::value& streams, std::string_view kind);

/// The picture of a feed sent to a place on 127.0.0.1: by which stream, with which SSRC.
struct PictureForward {
    std::int64_t feed = 0;
    std::string mid;
    std::int64_t port = 0, source = 0;
};
json::object forward_picture(const RoomKeys& keys, const PictureForward& what);
/// Voice or picture.
json::object stop_forward(const RoomKeys& keys, std::int64_t feed, std::int64_t stream);

json::object join_as_publisher(const RoomKeys& keys);
json::object join_as_subscriber(const RoomKeys& keys, std::int64_t feed);
json::value offer_of(const std::string& sdp);
json::value answer_of(const std::string& sdp);
/// None: that was all.
template <class Candidate>
json::value candidates_of(const std::vector<Candidate>& candidates) {
    if (candidates.empty()) return json::object{{"completed", true}};
    json::array all;
    for (const auto& each : candidates)
        all.push_back(json::object{{"candidate", each.candidate}, {"sdpMid", each.mid}, {"sdpMLineIndex", each.line}});
    return all;
}
std::string sdp_in(const json::object& said);

}  // namespace anlan::janus
