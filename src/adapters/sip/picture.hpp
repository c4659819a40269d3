#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sip/talk.hpp"

/// Pictures as packets: where one can begin, how it is asked for, how several become one. Knows no socket.
namespace anlan::sip {

using Bytes = std::span<const std::uint8_t>;

/// Whether a picture can begin with this payload of RTP: of H.264 (RFC 6184) at its parameters or a picture that needs
/// no other, of VP8 (RFC 7741) at a key frame.
bool begins_picture(PictureCoding coding, Bytes payload);
/// A request for a whole picture among these packets of RTCP: PLI (RFC 4585), FIR (RFC 5104 and RFC 2032).
bool asks_for_picture(Bytes reports);
/// The same in an INFO (RFC 5168).
bool asks_for_picture(std::string_view type, std::string_view body);
/// Such a request: an empty report, PLI, and FIR with this number when there is one.
std::vector<std::uint8_t> picture_request(
    std::uint32_t own, std::uint32_t theirs, std::optional<std::uint8_t> fir_number
);
/// An empty report: the other side learns where requests are to be sent.
std::vector<std::uint8_t> empty_report(std::uint32_t own);
extern const char* const kPictureRequestType;
extern const char* const kPictureRequestBody;

/// Profiles of H.264 that both can take, of what a description says (RFC 6184): constrained baseline, several packets
/// a picture (packetization-mode 1).
bool is_common_h264(std::string_view parameters);

/// Pictures of several sources as one stream: numbers and times go on where they were, and from one source to the next
/// it goes at a picture that needs no other.
class OnePicture {
  public:
    using Time = std::chrono::steady_clock::time_point;
    struct Packet {
        std::uint32_t source = 0;
        std::uint16_t number = 0;
        std::uint32_t time = 0;  ///< 90 000 a second
        Bytes payload;
    };
    struct Place {
        std::uint16_t number = 0;
        std::uint32_t time = 0;
    };

    void begin(PictureCoding coding);
    /// Which source is to be seen; 0: none.
    void turn_to(std::uint32_t source) { wanted_ = source; }
    /// Where in the stream the packet goes; nothing: it does not.
    std::optional<Place> pass(const Packet& packet, Time now);
    std::uint32_t wanted() const { return wanted_; }
    std::uint32_t shown() const { return shown_; }
    /// A picture that can be begun with is waited for.
    bool waits() const { return wanted_ != 0 && wanted_ != shown_; }

  private:
    void change(const Packet& packet, Time now);

    PictureCoding coding_ = PictureCoding::none;
    std::uint32_t wanted_ = 0, shown_ = 0;
    std::uint16_t last_in_ = 0, shift_ = 0, last_out_ = 0;
    std::uint32_t time_shift_ = 0, last_time_ = 0;
    int since_change_ = 0;  ///< how far back late packets belong to this source
    bool sent_ = false;
    Time sent_at_{};
};

}  // namespace anlan::sip
