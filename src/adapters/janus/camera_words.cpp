#include "janus/camera_words.hpp"

#include "janus/janus_link.hpp"

namespace anlan::janus {

namespace {

/// What every browser says it can show; the stream itself says in its parameter sets what it is.
constexpr const char* kFormat = "profile-level-id=42e01f;level-asymmetry-allowed=1;packetization-mode=1";

}  // namespace

json::object create_mount(const MountKeys& keys, int payload_type) {
    json::object video{
        {"type", "video"},
        {"mid", "v"},
        {"pt", payload_type},
        {"codec", "h264"},
        {"fmtp", kFormat},
        {"port", 0},
        {"iface", "127.0.0.1"},
        {"bufferkf", true}};
    return {
        {"request", "create"},
        {"type", "rtp"},
        {"id", keys.id},
        {"is_private", true},
        {"permanent", false},
        {"pin", keys.pin},
        {"secret", keys.secret},
        {"media", json::array{std::move(video)}}};
}

std::int64_t port_in(const json::object& said) {
    const auto data = data_of(said);
    const auto* stream = data.if_contains("stream");
    const auto* ports = stream != nullptr && stream->is_object() ? stream->as_object().if_contains("ports") : nullptr;
    if (ports == nullptr || !ports->is_array() || ports->as_array().empty()) return 0;
    const auto& first = ports->as_array().front();
    const auto* port = first.is_object() ? first.as_object().if_contains("port") : nullptr;
    return port != nullptr && port->is_number() ? port->to_number<std::int64_t>() : 0;
}

json::object destroy_mount(const MountKeys& keys) {
    return {{"request", "destroy"}, {"id", keys.id}, {"secret", keys.secret}, {"permanent", false}};
}

json::object watch_mount(const MountKeys& keys) {
    return {{"request", "watch"}, {"id", keys.id}, {"pin", keys.pin}};
}

}  // namespace anlan::janus
