#include "loudspeakers/rtp_words.hpp"

namespace anlan::loudspeakers {

namespace {

constexpr unsigned kVersion = 2;
constexpr unsigned kSenderReport = 200, kReceiverReport = 201, kDescription = 202, kGoodbye = 203;
constexpr unsigned kName = 1;
constexpr std::uint8_t kDynamicLeast = 96;
constexpr std::size_t kBlockBytes = 24, kReportsMost = 64;

void put(std::string& to, std::uint64_t value, int bytes) {
    for (int i = bytes - 1; i >= 0; --i) to.push_back(static_cast<char>((value >> (8 * i)) & 0xFF));
}

std::uint32_t number(std::string_view from, std::size_t at, int bytes) {
    std::uint32_t value = 0;
    for (int i = 0; i < bytes; ++i)
        value = (value << 8) | static_cast<unsigned char>(from[at + static_cast<std::size_t>(i)]);
    return value;
}

/// Version, count, kind and length in words of four bytes.
void put_head(std::string& to, unsigned count, unsigned kind, std::size_t body_bytes) {
    put(to, (kVersion << 6) | count, 1);
    put(to, kind, 1);
    put(to, body_bytes / 4, 2);
}

ReceptionReport block_at(std::string_view packet, std::size_t at, std::uint32_t reporter) {
    ReceptionReport made;
    made.reporter = reporter;
    made.about = number(packet, at, 4);
    made.lost_of_256 = static_cast<int>(number(packet, at + 4, 1));
    const auto lost = static_cast<std::int32_t>(number(packet, at + 5, 3));
    made.lost = lost >= 0x800000 ? lost - 0x1000000 : lost;
    made.highest = number(packet, at + 8, 4);
    made.last_report = number(packet, at + 16, 4);
    return made;
}

}  // namespace

void write_header(const RtpHeader& header, char* to) {
    std::string made;
    made.reserve(kRtpHeaderBytes);
    put(made, kVersion << 6, 1);
    put(made, (header.marker ? 0x80U : 0U) | header.payload_type, 1);
    put(made, header.sequence, 2);
    put(made, header.timestamp, 4);
    put(made, header.source, 4);
    made.copy(to, kRtpHeaderBytes);
}

std::optional<RtpHeader> read_header(std::string_view packet) {
    if (packet.size() < kRtpHeaderBytes || number(packet, 0, 1) >> 6 != kVersion) return std::nullopt;
    const auto kind = number(packet, 1, 1);
    RtpHeader made{static_cast<std::uint8_t>(kind & 0x7F), (kind & 0x80) != 0, 0, 0, 0};
    if (made.payload_type != 0 && made.payload_type != 8 && made.payload_type < kDynamicLeast) return std::nullopt;
    made.sequence = static_cast<std::uint16_t>(number(packet, 2, 2));
    made.timestamp = number(packet, 4, 4);
    made.source = number(packet, 8, 4);
    return made;
}

std::string receiver_report(const ReceptionReport& report) {
    std::string made;
    put_head(made, 1, kReceiverReport, 4 + kBlockBytes);
    put(made, report.reporter, 4);
    put(made, report.about, 4);
    put(made, static_cast<std::uint64_t>(report.lost_of_256), 1);
    put(made, static_cast<std::uint32_t>(report.lost) & 0xFFFFFF, 3);
    put(made, report.highest, 4);
    put(made, 0, 4);
    put(made, report.last_report, 4);
    put(made, 0, 4);
    return made;
}

std::uint32_t short_time(std::uint64_t ntp) {
    return static_cast<std::uint32_t>(ntp >> 16);
}

std::string sender_report(const SenderReport& report, std::string_view name, bool goodbye) {
    std::string made;
    put_head(made, 0, kSenderReport, 24);
    put(made, report.source, 4);
    put(made, report.ntp, 8);
    put(made, report.timestamp, 4);
    put(made, report.packets, 4);
    put(made, report.bytes, 4);
    name = name.substr(0, 255);
    std::string chunk;
    put(chunk, report.source, 4);
    put(chunk, kName, 1);
    put(chunk, name.size(), 1);
    chunk += name;
    do chunk.push_back('\0');
    while (chunk.size() % 4 != 0);
    put_head(made, 1, kDescription, chunk.size());
    made += chunk;
    if (goodbye) {
        put_head(made, 1, kGoodbye, 4);
        put(made, report.source, 4);
    }
    return made;
}

RtcpHeard read_rtcp(std::string_view packet) {
    RtcpHeard heard;
    bool first = true;
    while (!packet.empty()) {
        if (packet.size() < 8) return {};
        const auto head = number(packet, 0, 1), kind = number(packet, 1, 1);
        const std::size_t size = (number(packet, 2, 2) + 1) * 4;
        if (head >> 6 != kVersion || size > packet.size() || size < 8) return {};
        if (first && kind != kSenderReport && kind != kReceiverReport) return {};
        first = false;
        if (kind == kSenderReport || kind == kReceiverReport) {
            const std::size_t count = head & 0x1F, from = kind == kSenderReport ? 28 : 8;
            if (from + count * kBlockBytes > size) return {};
            for (std::size_t i = 0; i < count && heard.reports.size() < kReportsMost; ++i)
                heard.reports.push_back(block_at(packet, from + i * kBlockBytes, number(packet, 4, 4)));
        }
        packet.remove_prefix(size);
    }
    heard.valid = !first;
    return heard;
}

}  // namespace anlan::loudspeakers
