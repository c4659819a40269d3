#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

/// Opus (RFC 6716), as loudspeakers and internet radios take it: one channel, 20 ms a packet.
namespace anlan::sound {

inline constexpr int kWideRate = 16'000;      ///< samples a second of what becomes Opus here: all that a voice has
inline constexpr int kOpusClock = 48'000;     ///< what its time is told in, whatever the sound's own rate
inline constexpr int kOpusPacketTicks = 960;  ///< of that clock
inline constexpr int kOpusPackets_per_second = 50;

class OpusCoder {
  public:
    /// `rate`: 8, 12, 16, 24 or 48 kHz. Throws for another, and when there is no memory.
    explicit OpusCoder(int rate);
    ~OpusCoder();
    OpusCoder(OpusCoder&&) noexcept;
    OpusCoder& operator=(OpusCoder&&) noexcept;

    /// The packet of 20 ms, which are exactly that; they follow those of the call before.
    const std::string& packet(std::span<const std::int16_t> frame);
    std::size_t frame_samples() const;
    /// Ticks at the beginning that a decoder is to leave out.
    int lead_ticks() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::sound
