#include "janus/mix_words.hpp"

namespace anlan::janus {

namespace {

constexpr int kPackets = 3;  ///< of 20 ms that are held back, for those that come late
/// Samples a second: twice what G.711 holds, so that voices stay clear until then.
constexpr int kMixRate = 16'000;

/// Payload type on the way into the mix.
int type_of(const std::string& coding) {
    return coding == "opus" ? 100 : coding == "pcma" ? 8 : 0;
}

}  // namespace

json::object create_mix(const RoomKeys& keys) {
    return {
        {"request", "create"},
        {"room", keys.room},
        {"pin", keys.pin},
        {"secret", keys.secret},
        {"is_private", true},
        {"sampling_rate", kMixRate},
        {"default_prebuffering", kPackets},
        {"allow_rtp_participants", true}};
}

json::object destroy_mix(const RoomKeys& keys) {
    return {{"request", "destroy"}, {"room", keys.room}, {"secret", keys.secret}};
}

json::object join_mix(const RoomKeys& keys, const std::string& coding, std::optional<std::int64_t> port) {
    json::object rtp;
    if (coding == "opus") rtp["payload_type"] = type_of(coding);
    if (port) rtp["ip"] = "127.0.0.1", rtp["port"] = *port;
    return {
        {"request", "join"},
        {"room", keys.room},
        {"pin", keys.pin},
        {"muted", false},
        {"codec", coding},
        {"rtp", std::move(rtp)}};
}

/// By the words of Janus' older interface, which find a feed's voice by themselves, of a remote publisher too.
json::object forward_voice(
    const RoomKeys& keys, std::int64_t feed, const std::string& coding, const std::string& host, std::int64_t port
) {
    return {
        {"request", "rtp_forward"},
        {"room", keys.room},
        {"secret", keys.secret},
        {"publisher_id", feed},
        {"host", host},
        {"audio_port", port},
        {"audio_pt", type_of(coding)}};
}

}  // namespace anlan::janus
