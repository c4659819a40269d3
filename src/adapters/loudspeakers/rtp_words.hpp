#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The bytes of RTP and RTCP (RFC 3550, RFC 3551), as far as a sender of G.711 and Opus needs them.
namespace anlan::loudspeakers {

inline constexpr std::size_t kFrameBytes = 160;  ///< of G.711: 20 ms
inline constexpr int kFrames_per_second = 50;
inline constexpr std::size_t kRtpHeaderBytes = 12;

struct RtpHeader {
    std::uint8_t payload_type = 8;  ///< 8: PCMA, 0: PCMU, from 96 on as agreed: Opus
    bool marker = false;            ///< sound begins after silence
    std::uint16_t sequence = 0;
    std::uint32_t timestamp = 0, source = 0;
};
void write_header(const RtpHeader& header, char* to);
/// Nothing for what is no RTP packet of these kinds.
std::optional<RtpHeader> read_header(std::string_view packet);

struct SenderReport {
    std::uint32_t source = 0;
    std::uint64_t ntp = 0;  ///< 32 bits of seconds since 1900, 32 of their fraction
    std::uint32_t timestamp = 0, packets = 0, bytes = 0;
};
/// A sender report with the name, as one packet; `goodbye` ends the stream with it.
std::string sender_report(const SenderReport& report, std::string_view name, bool goodbye);
/// What a receiver names a report by: the middle 32 bits of its time.
std::uint32_t short_time(std::uint64_t ntp);

struct ReceptionReport {
    std::uint32_t reporter = 0, about = 0;  ///< sources
    int lost_of_256 = 0;                    ///< since its last report
    std::int32_t lost = 0;                  ///< in all; negative when some came twice (signed 24 bits)
    std::uint32_t highest = 0;              ///< sequence number with its cycles
    std::uint32_t last_report = 0;          ///< short time of our last report that it got; 0: none
};

/// As a receiver sends it, without a name: what the demonstration's loudspeakers answer.
std::string receiver_report(const ReceptionReport& report);

struct RtcpHeard {
    bool valid = false;  ///< a compound packet that is whole
    std::vector<ReceptionReport> reports;
};
RtcpHeard read_rtcp(std::string_view packet);

}  // namespace anlan::loudspeakers
