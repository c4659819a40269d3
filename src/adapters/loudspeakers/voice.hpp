#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "sound/g711.hpp"
#include "sound/sound.hpp"

namespace anlan::loudspeakers {

/// How sound is written on its way (编码): G.711 in the law of the station, or Opus.
enum class Coding { g711, opus };

/// What a loudspeaker is told about a packet by its number: G.711 has its own (RFC 3551), Opus the one that station and
/// loudspeakers have agreed on (RFC 7587 leaves it open).
struct Payloads {
    sound::Law law = sound::Law::a;
    std::uint8_t opus = 111;  ///< 96 … 127
};

/// One round of sound at one volume in one coding, frame after frame. All streams that want the same share one, so a
/// thousand loudspeakers cost one encoding. Opus is made when it is due: the first frame waits for nothing.
class Voice {
  public:
    virtual ~Voice() = default;
    /// The frame at this place in the round; behind its end: silence. It stays until the next is asked for.
    virtual std::string_view frame(std::size_t at) = 0;
    virtual std::uint8_t payload_type() const = 0;
    /// Of the stream's clock, in a frame.
    virtual std::uint32_t ticks() const = 0;
};

/// `volume` in per cent; G.711 wants a round of 8 kHz.
std::unique_ptr<Voice> make_voice(const sound::Sound& round, Coding coding, std::int64_t volume, const Payloads& with);
/// The last one is filled up.
std::size_t frames_in(const sound::Sound& round);

}  // namespace anlan::loudspeakers
