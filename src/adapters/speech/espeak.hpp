#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "broadcast/ports.hpp"

namespace anlan::speech {

struct SpeechLimits {
    std::string program = "espeak-ng";
    int words_per_minute = 150;              ///< slower than talk: it is heard across fields
    std::chrono::milliseconds time{20'000};  ///< for a whole text
    std::size_t characters = 3'000;          ///< a quarter of an hour of speech
    std::size_t kept = 16;                   ///< texts whose sound is kept
};

/// Speaks with eSpeak NG: 8 kHz, one channel, 16 bits. Refuses `speech_missing` naming the package, `speech_failed`
/// with the reason (too long, nothing in it that can be spoken, the program hung). Any thread; waits for the program.
class Espeak final : public broadcast::Speech {
  public:
    explicit Espeak(SpeechLimits limits = {});
    ~Espeak() override;
    Result<std::string> wav(const std::string& text) const override;

  private:
    struct Kept;
    Result<std::string> make(const std::string& text) const;
    SpeechLimits limits_;
    std::unique_ptr<Kept> kept_;
};

}  // namespace anlan::speech
