#include "icecast/ogg_opus.hpp"

#include <ogg/ogg.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "sound/opus.hpp"

namespace anlan::icecast {

namespace {

constexpr const char* kVendor = "anlan";
constexpr const char* kTitle = "TITLE=应急广播";

/// Numbers stand with their lowest byte first.
void put_low(std::string& to, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) to.push_back(static_cast<char>((value >> (8 * i)) & 0xFF));
}

void put_text(std::string& to, const std::string& text) {
    put_low(to, text.size(), 4);
    to += text;
}

/// RFC 7845, 5.1: version 1, one channel, samples to leave out, rate of what it was made from, no gain, mapping 0.
std::string identity(int lead_ticks) {
    std::string made = "OpusHead";
    put_low(made, 1, 1);
    put_low(made, 1, 1);
    put_low(made, static_cast<std::uint64_t>(lead_ticks), 2);
    put_low(made, sound::kWideRate, 4);
    put_low(made, 0, 2);
    put_low(made, 0, 1);
    return made;
}

/// 5.2.
std::string tags() {
    std::string made = "OpusTags";
    put_text(made, kVendor);
    put_low(made, 1, 4);
    put_text(made, kTitle);
    return made;
}

}  // namespace

struct OggOpus::Inside {
    explicit Inside(std::uint32_t serial) : coder(sound::kWideRate) {
        if (ogg_stream_init(&stream, static_cast<int>(serial)) != 0) throw std::runtime_error("ogg: no memory");
    }
    ~Inside() { ogg_stream_clear(&stream); }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    void take(const std::string& packet, bool first, bool last) {
        ogg_packet made{};
        made.packet = reinterpret_cast<unsigned char*>(const_cast<char*>(packet.data()));  // it copies
        made.bytes = static_cast<long>(packet.size());
        made.b_o_s = first ? 1 : 0;
        made.e_o_s = last ? 1 : 0;
        made.granulepos = ticks;
        made.packetno = packets++;
        if (ogg_stream_packetin(&stream, &made) != 0) throw std::runtime_error("ogg: no memory");
    }
    std::string flushed() {
        std::string made;
        for (ogg_page page; ogg_stream_flush(&stream, &page) != 0;) {
            made.append(reinterpret_cast<const char*>(page.header), static_cast<std::size_t>(page.header_len));
            made.append(reinterpret_cast<const char*>(page.body), static_cast<std::size_t>(page.body_len));
        }
        return made;
    }
    void encode(std::span<const std::int16_t> part, bool last) {
        std::vector<std::int16_t> frame(coder.frame_samples());
        std::copy(part.begin(), part.end(), frame.begin());
        ticks += sound::kOpusPacketTicks;
        take(coder.packet(frame), false, last);
    }

    sound::OpusCoder coder;
    ogg_stream_state stream{};
    ogg_int64_t ticks = 0, packets = 0;
};

OggOpus::OggOpus(std::uint32_t serial) : inside_(std::make_unique<Inside>(serial)) {}
OggOpus::~OggOpus() = default;

std::string OggOpus::head() {
    auto& in = *inside_;
    in.take(identity(in.coder.lead_ticks()), true, false);
    auto made = in.flushed();  // each has a page of its own
    in.take(tags(), false, false);
    return made + in.flushed();
}

std::string OggOpus::page(std::span<const std::int16_t> samples) {
    auto& in = *inside_;
    for (; !samples.empty(); samples = samples.subspan(std::min(samples.size(), in.coder.frame_samples())))
        in.encode(samples.first(std::min(samples.size(), in.coder.frame_samples())), false);
    return in.flushed();
}

std::string OggOpus::end() {
    inside_->encode({}, true);
    return inside_->flushed();
}

}  // namespace anlan::icecast
