#include "sip/live_sound.hpp"

#include <algorithm>
#include <cmath>

namespace anlan::sip {

namespace {

constexpr double kFull = 32'768;
constexpr int kSilent = 127;
constexpr std::uint16_t kShortExtensions = 0xBEDE;  ///< RFC 8285, 4.2

}  // namespace

std::uint8_t loudness(std::span<const std::uint8_t> coded, sound::Law law) {
    double power = 0;
    for (const auto code : coded) {
        const auto sample = (law == sound::Law::a ? sound::from_a_law(code) : sound::from_mu_law(code)) / kFull;
        power += sample * sample;
    }
    if (coded.empty() || power == 0) return kSilent;
    const auto decibels = -10 * std::log10(power / static_cast<double>(coded.size()));
    return static_cast<std::uint8_t>(std::clamp(std::lround(decibels), 0L, long{kSilent}));
}

bool LiveSound::open(const struct sa& local) {
    struct sa here;
    if (::sa_set_str(&here, "127.0.0.1", 0) != 0 || ::udp_listen(socket_.fresh(), &here, &on_packet, this) != 0)
        return false;
    if (::udp_local_get(socket_.get(), &here) != 0) return false;
    port_ = ::sa_port(&here);
    auto outside = local;
    ::sa_set_port(&outside, 0);
    return ::udp_listen(far_.fresh(), &outside, nullptr, nullptr) == 0;
}

void LiveSound::lead(const std::vector<MediaPlace>& places) {
    ways_.clear();
    for (const auto& place : places) {
        Way way{};
        way.source = place.sound_source;
        if (::sa_set_str(&way.to, place.host.c_str(), place.port) == 0) ways_.push_back(way);
    }
}

/// With its loudness, by which Janus knows who speaks.
void LiveSound::hand_on(const struct rtp_header& header, const struct mbuf* payload, sound::Law law) {
    if (muted_) return;
    const auto level = loudness({::mbuf_buf(payload), ::mbuf_get_left(payload)}, law);
    for (const auto& way : ways_) {
        auto theirs = header;
        theirs.ssrc = way.source;
        theirs.ext = true, theirs.cc = 0, theirs.pad = false;
        Held<struct mbuf> packet;
        *packet.fresh() = ::mbuf_alloc(RTP_HEADER_SIZE + 8 + ::mbuf_get_left(payload));
        if (!packet || ::rtp_hdr_encode(packet.get(), &theirs) != 0) return;
        ::mbuf_write_u16(packet.get(), ::htons(kShortExtensions));
        ::mbuf_write_u16(packet.get(), ::htons(1));  // words
        ::mbuf_write_u32(packet.get(), ::htonl(std::uint32_t{kLoudnessNumber} << 28 | std::uint32_t{level} << 16));
        ::mbuf_write_mem(packet.get(), ::mbuf_buf(payload), ::mbuf_get_left(payload));
        ::mbuf_set_pos(packet.get(), 0);
        ::udp_send(::sa_is_loopback(&way.to) ? socket_.get() : far_.get(), &way.to, packet.get());
    }
}

/// Taken only from the ports that sound is handed to.
void LiveSound::on_packet(const struct sa* from, struct mbuf* packet, void* arg) {
    auto& in = *static_cast<LiveSound*>(arg);
    const bool known =
        std::ranges::any_of(in.ways_, [&](const Way& way) { return ::sa_port(&way.to) == ::sa_port(from); });
    struct rtp_header header;
    if (!known || ::rtp_hdr_decode(&header, packet) != 0) return;
    in.taken_(::mbuf_buf(packet), ::mbuf_get_left(packet));
}

}  // namespace anlan::sip
