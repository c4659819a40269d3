#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "loudspeakers/evidence.hpp"
#include "loudspeakers/voice.hpp"
#include "seal/seal.hpp"
#include "udp/udp.hpp"

namespace anlan::loudspeakers {

using udp::Packet;
using udp::Place;
using udp::UdpPair;
using udp::UdpSocket;

struct RtpSettings {
    std::string local = "0.0.0.0";  ///< address of the interface that loudspeakers are reached by
    std::uint16_t port = 0;         ///< of sound, even; receipts come to the next one. 0: any free pair
    Payloads payloads{};
    int hops = 8;                                ///< of multicast
    double lost_most = 0.05;                     ///< share of lost packets up to which it was played
    std::chrono::milliseconds patience{12'000};  ///< for a receipt, after the last frame
};

/// A loudspeaker as the sender knows it. Several at one address (a group) share one stream.
struct RtpTarget {
    std::string terminal;
    Place place;
    std::int64_t volume = 100;  ///< per cent
    Coding coding = Coding::g711;
};

struct Receipt {
    std::string terminal;
    Verdict verdict;
};

/// Told on the sender's own thread, which must not be held up.
struct RtpNews {
    std::function<void(const std::string& play)> sent{};                            ///< the last frame is out
    std::function<void(const std::string& play, std::vector<Receipt>)> receipts{};  ///< as they come; each once
    std::function<void(const std::string& terminal)> alive{};                       ///< it has been heard
};

/// Sends sound to loudspeakers as RTP, G.711 or Opus, 20 ms a packet, each address with a source of its own; RTCP tells
/// what arrived. One thread for all, paced by a steady clock.
class RtpSender {
  public:
    /// Refuses as udp::open_pair().
    static Result<std::unique_ptr<RtpSender>> open(RtpSettings settings, seal::Dice& dice, RtpNews news);
    ~RtpSender();
    RtpSender(const RtpSender&) = delete;
    RtpSender& operator=(const RtpSender&) = delete;

    /// Begins at once: `round` (8 kHz, or 16 so that Opus has more to say) `rounds` times. Any thread.
    void play(std::string play, const sound::Sound& round, std::size_t rounds, const std::vector<RtpTarget>& targets);
    /// No further frame; no receipts. Unknown: nothing.
    void stop(const std::string& play);
    /// A fifth of a second of silence, so that whoever listens reports. Nothing is told but `alive`.
    void probe(const std::vector<RtpTarget>& targets);
    /// Whose reports count as signs of life.
    void know(const std::vector<RtpTarget>& targets);

    std::uint16_t port() const;

  private:
    struct Inside;
    explicit RtpSender(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::loudspeakers
