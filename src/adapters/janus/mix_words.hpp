#pragma once

#include <optional>
#include <string>

#include "janus/room_words.hpp"

/// What Janus' AudioBridge is told, as of version 1.1.2: the room's voices mixed for conference sets, which can be
/// heard one stream at a time only.
namespace anlan::janus {

constexpr const char* kMixPlugin = "janus.plugin.audiobridge";
constexpr std::int64_t kMixExists = 486;  ///< Janus' error_code of a mix that is made twice

json::object create_mix(const RoomKeys& keys);
json::object destroy_mix(const RoomKeys& keys);
/// A voice in the mix, over plain RTP. `coding`: "opus", "pcma" or "pcmu". `port`: where it hears all the others, on
/// 127.0.0.1; none: it is only heard.
json::object join_mix(const RoomKeys& keys, const std::string& coding, std::optional<std::int64_t> port);
/// The voice of a feed of the VideoRoom sent to a place beside it.
json::object forward_voice(
    const RoomKeys& keys, std::int64_t feed, const std::string& coding, const std::string& host, std::int64_t port
);

}  // namespace anlan::janus
