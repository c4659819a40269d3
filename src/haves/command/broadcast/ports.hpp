#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "broadcast/events.hpp"

/// What the room needs of the outside world.
namespace anlan::broadcast {

/// Text to speech (语音合成), Mandarin.
class Speech {
  public:
    virtual ~Speech() = default;
    /// A RIFF WAVE file, 16-bit PCM, mono. Refuses `speech_missing` (nothing installed that can speak), `speech_failed`.
    virtual Result<std::string> wav(const std::string& text) const = 0;
};

/// Heartbeats as they come in, outside the journal: only falling silent and being heard again are events. Any thread.
class Heartbeats {
  public:
    virtual ~Heartbeats() = default;
    virtual std::optional<Instant> last_heard(const TerminalId& terminal) const = 0;
};

}  // namespace anlan::broadcast
