#include "sip/picture.hpp"

#include <algorithm>
#include <cctype>

namespace anlan::sip {

namespace {

constexpr int kSlice = 5, kParameters = 7, kTogether = 24, kPart = 28;  ///< kinds of NAL units (RFC 6184, 5.2)
constexpr int kFir2032 = 192, kFeedback = 206, kPli = 1, kFir = 4;
constexpr int kReceiverReport = 201;
constexpr std::size_t kFeedbackBytes = 12;

bool begins(int kind) {
    return kind == kSlice || kind == kParameters;
}

bool begins_h264(Bytes payload) {
    const auto kind = payload[0] & 0x1F;
    if (kind == kPart) return payload.size() > 1 && (payload[1] & 0x80) != 0 && begins(payload[1] & 0x1F);
    if (kind != kTogether) return begins(kind);
    for (std::size_t at = 1; at + 2 < payload.size();) {
        if (begins(payload[at + 2] & 0x1F)) return true;
        at += 2U + payload[at] * 256U + payload[at + 1];
    }
    return false;
}

/// Behind the descriptor of RFC 7741, 4.2.
bool begins_vp8(Bytes payload) {
    if ((payload[0] & 0x1F) != 0x10) return false;  // not the start of the first partition
    std::size_t at = 1;
    if ((payload[0] & 0x80) != 0) {
        if (at >= payload.size()) return false;
        const auto more = payload[at++];
        if ((more & 0x80) != 0) at += at < payload.size() && (payload[at] & 0x80) != 0 ? 2 : 1;
        if ((more & 0x40) != 0) ++at;
        if ((more & 0x30) != 0) ++at;
    }
    return at < payload.size() && (payload[at] & 1) == 0;
}

void put(std::vector<std::uint8_t>& bytes, std::uint32_t word) {
    for (const int shift : {24, 16, 8, 0}) bytes.push_back(static_cast<std::uint8_t>(word >> shift));
}

constexpr int kLateMost = 256, kJumpMost = 3'000;  ///< packets
constexpr std::uint32_t kTicks_ms = 90;

}  // namespace

bool begins_picture(PictureCoding coding, Bytes payload) {
    if (payload.empty() || coding == PictureCoding::none) return false;
    return coding == PictureCoding::h264 ? begins_h264(payload) : begins_vp8(payload);
}

bool asks_for_picture(Bytes reports) {
    for (std::size_t at = 0; at + 4 <= reports.size();) {
        if ((reports[at] & 0xC0) != 0x80) return false;
        const auto bytes = (reports[at + 2] * 256U + reports[at + 3] + 1U) * 4U;
        if (at + bytes > reports.size()) return false;
        const int what = reports[at] & 0x1F, kind = reports[at + 1];
        if (kind == kFir2032) return true;
        if (kind == kFeedback && bytes >= kFeedbackBytes && (what == kPli || what == kFir)) return true;
        at += bytes;
    }
    return false;
}

const char* const kPictureRequestType = "application/media_control+xml";
const char* const kPictureRequestBody =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n"
    "<media_control><vc_primitive><to_encoder><picture_fast_update/></to_encoder></vc_primitive></media_control>\r\n";

bool asks_for_picture(std::string_view type, std::string_view body) {
    return type == kPictureRequestType && body.find("picture_fast_update") != std::string_view::npos;
}

std::vector<std::uint8_t> empty_report(std::uint32_t own) {
    std::vector<std::uint8_t> bytes{0x80, kReceiverReport, 0, 1};
    put(bytes, own);
    return bytes;
}

std::vector<std::uint8_t> picture_request(
    std::uint32_t own, std::uint32_t theirs, std::optional<std::uint8_t> fir_number
) {
    auto bytes = empty_report(own);
    bytes.insert(bytes.end(), {0x80 | kPli, kFeedback, 0, 2});
    put(bytes, own), put(bytes, theirs);
    if (!fir_number) return bytes;
    bytes.insert(bytes.end(), {0x80 | kFir, kFeedback, 0, 4});
    put(bytes, own), put(bytes, 0), put(bytes, theirs);
    put(bytes, std::uint32_t{*fir_number} << 24);
    return bytes;
}

bool is_common_h264(std::string_view parameters) {
    std::string text;
    std::ranges::transform(parameters, std::back_inserter(text), [](unsigned char each) {
        return static_cast<char>(std::tolower(each));
    });
    std::erase(text, ' ');
    // Baseline is what is meant when nothing is said.
    const auto profile = text.find("profile-level-id=");
    const bool baseline = profile == std::string::npos || text.compare(profile + 17, 2, "42") == 0;
    return baseline && text.find("packetization-mode=1") != std::string::npos;
}

void OnePicture::begin(PictureCoding coding) {
    coding_ = coding;
    shown_ = 0;
}

void OnePicture::change(const Packet& packet, Time now) {
    shown_ = packet.source;
    last_in_ = packet.number;
    since_change_ = 0;
    if (!sent_) return;
    const auto idle = std::chrono::duration_cast<std::chrono::milliseconds>(now - sent_at_).count();
    shift_ = static_cast<std::uint16_t>(last_out_ + 1 - packet.number);
    time_shift_ = last_time_ + static_cast<std::uint32_t>(std::max<std::int64_t>(1, idle)) * kTicks_ms - packet.time;
}

std::optional<OnePicture::Place> OnePicture::pass(const Packet& packet, Time now) {
    if (packet.source == 0) return std::nullopt;
    if (packet.source == shown_) {  // one that counts anew is another
        const auto step = static_cast<std::int16_t>(packet.number - last_in_);
        if (step > kJumpMost || step < -kLateMost) shown_ = 0;
    }
    if (packet.source != shown_) {
        if (packet.source != wanted_ || !begins_picture(coding_, packet.payload)) return std::nullopt;
        change(packet, now);
    }
    const auto step = static_cast<std::int16_t>(packet.number - last_in_);
    if (step < 0 && -step > since_change_) return std::nullopt;
    if (packet.payload.empty()) {  // nothing but padding: nobody is to miss it
        if (step != 1) return std::nullopt;
        last_in_ = packet.number;
        --shift_;
        since_change_ = 0;
        return std::nullopt;
    }
    const Place place{
        static_cast<std::uint16_t>(packet.number + shift_), static_cast<std::uint32_t>(packet.time + time_shift_)};
    if (step >= 0) {
        last_in_ = packet.number;
        since_change_ = std::min(since_change_ + step, kLateMost);
        last_out_ = place.number;
        last_time_ = place.time;
        sent_ = true;
        sent_at_ = now;
    }
    return place;
}

}  // namespace anlan::sip
