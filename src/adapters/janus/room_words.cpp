#include "janus/room_words.hpp"

#include <charconv>

#include "janus/janus_link.hpp"
#include "seal/seal.hpp"

namespace anlan::janus {

namespace {

constexpr int kPublishersMost = 64;
constexpr int kBitsPerSecond = 600'000;
constexpr std::size_t kRoomDigits = 12;
constexpr auto* kStations = "stations";  ///< by what Janus knows that a feed is sent to others
constexpr int kTalkPackets = 25;         ///< of 20 ms, over which loudness is looked at
constexpr int kTalkLoudness = 50;        ///< -dBov, on average: a voice with its pauses, not a room
constexpr std::string_view kLoudness = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";

/// The number of the loudness in a description, as browser and Janus agreed; 0: there is none.
std::int64_t loudness_number(std::string_view sdp) {
    const auto found = sdp.find(kLoudness);
    if (found == std::string_view::npos) return 0;
    const auto line = sdp.substr(0, found).rfind("a=extmap:");
    std::int64_t number = 0;
    if (line == std::string_view::npos) return 0;
    std::from_chars(sdp.data() + line + 9, sdp.data() + found, number);
    return number;
}

}  // namespace

RoomKeys keys_of(const meetings::MeetingId& meeting, const std::string& station_secret) {
    const auto digest = [&](const char* what) {
        return seal::sm3(std::string("anlan meeting ") + what + "\n" + station_secret + "\n" + meeting.text);
    };
    const auto number = std::stoll(digest("room").substr(0, kRoomDigits), nullptr, 16);
    return {number + 1, digest("pin"), digest("secret")};
}

/// H.264 as conference sets have it before VP8, and Opus: every browser has them (RFC 7742, RFC 7874). G.711, which
/// every browser has as well, for the voices of conference sets; browsers offer Opus, so nobody else comes to send it.
json::object create_room(const RoomKeys& keys, const std::string& recordings) {
    json::object body{
        {"request", "create"},
        {"room", keys.room},
        {"pin", keys.pin},
        {"secret", keys.secret},
        {"is_private", true},
        {"publishers", kPublishersMost},
        {"bitrate", kBitsPerSecond},
        {"audiocodec", "opus,pcma,pcmu"},
        {"videocodec", "h264,vp8"},
        {"h264_profile", "42e01f"},
        {"audiolevel_event", true},
        {"audio_active_packets", kTalkPackets},
        {"audio_level_average", kTalkLoudness},
        {"fir_freq", 10}};
    if (!recordings.empty()) body["rec_dir"] = recordings;
    return body;
}

json::object destroy_room(const RoomKeys& keys) {
    return {{"request", "destroy"}, {"room", keys.room}, {"secret", keys.secret}};
}

json::object record_room(const RoomKeys& keys, bool on) {
    return {{"request", "enable_recording"}, {"room", keys.room}, {"secret", keys.secret}, {"record", on}};
}

json::object expect_remote(const RoomKeys& keys, const std::string& name, json::value streams) {
    return {
        {"request", "add_remote_publisher"},
        {"room", keys.room},
        {"secret", keys.secret},
        {"display", name},
        {"iface", "127.0.0.1"},
        {"streams", std::move(streams)}};
}

json::object forget_remote(const RoomKeys& keys, std::int64_t feed) {
    return {{"request", "remove_remote_publisher"}, {"room", keys.room}, {"secret", keys.secret}, {"id", feed}};
}

json::object send_remotely(const RoomKeys& keys, std::int64_t feed, std::int64_t port, std::int64_t rtcp_port) {
    return {
        {"request", "publish_remotely"},
        {"room", keys.room},
        {"secret", keys.secret},
        {"publisher_id", feed},
        {"remote_id", kStations},
        {"host", "127.0.0.1"},
        {"port", port},
        {"rtcp_port", rtcp_port}};
}

json::object stop_remotely(const RoomKeys& keys, std::int64_t feed) {
    return {
        {"request", "unpublish_remotely"},
        {"room", keys.room},
        {"secret", keys.secret},
        {"publisher_id", feed},
        {"remote_id", kStations}};
}

std::string streams_in(const json::object& said) {
    json::array told;
    const auto data = data_of(said);
    const auto* streams = data.if_contains("streams");
    if (streams == nullptr || !streams->is_array()) return json::serialize(told);
    const auto loudness = loudness_number(sdp_in(said));
    for (const auto& each : streams->as_array()) {
        json::object one;
        for (const auto* name : {"type", "mindex", "mid", "codec"})
            if (const auto* found = each.as_object().if_contains(name)) one[name] = *found;
        if (loudness != 0 && one.contains("type") && one["type"] == "audio") one["audiolevel_ext_id"] = loudness;
        told.push_back(std::move(one));
    }
    return json::serialize(told);
}

StreamWords first_stream(const json::value& streams, std::string_view kind) {
    if (!streams.is_array()) return {};
    for (const auto& each : streams.as_array()) {
        if (!each.is_object()) continue;
        const auto text = [&](const char* name) {
            const auto* found = each.as_object().if_contains(name);
            return found != nullptr && found->is_string() ? std::string(found->as_string()) : std::string();
        };
        if (text("type") == kind && !text("codec").empty()) return {text("codec"), text("mid")};
    }
    return {};
}

json::object forward_picture(const RoomKeys& keys, const PictureForward& what) {
    return {
        {"request", "rtp_forward"},
        {"room", keys.room},
        {"secret", keys.secret},
        {"publisher_id", what.feed},
        {"host", "127.0.0.1"},
        {"streams",
         json::array{
             json::object{{"mid", what.mid}, {"port", what.port}, {"rtcp_port", what.port}, {"ssrc", what.source}}}}};
}

json::object stop_forward(const RoomKeys& keys, std::int64_t feed, std::int64_t stream) {
    return {
        {"request", "stop_rtp_forward"},
        {"room", keys.room},
        {"secret", keys.secret},
        {"publisher_id", feed},
        {"stream_id", stream}};
}

json::object join_as_publisher(const RoomKeys& keys) {
    return {{"request", "join"}, {"ptype", "publisher"}, {"room", keys.room}, {"pin", keys.pin}};
}

json::object join_as_subscriber(const RoomKeys& keys, std::int64_t feed) {
    return {
        {"request", "join"},
        {"ptype", "subscriber"},
        {"room", keys.room},
        {"pin", keys.pin},
        {"streams", json::array{json::object{{"feed", feed}}}}};
}

json::value offer_of(const std::string& sdp) {
    return json::object{{"type", "offer"}, {"sdp", sdp}};
}

json::value answer_of(const std::string& sdp) {
    return json::object{{"type", "answer"}, {"sdp", sdp}};
}

std::string sdp_in(const json::object& said) {
    const auto* jsep = said.if_contains("jsep");
    if (jsep == nullptr || !jsep->is_object()) return {};
    const auto* sdp = jsep->as_object().if_contains("sdp");
    return sdp != nullptr && sdp->is_string() ? std::string(sdp->as_string()) : std::string();
}

}  // namespace anlan::janus
