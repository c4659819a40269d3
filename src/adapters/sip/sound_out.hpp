#pragma once

#include "sip/talk.hpp"
#include "sound/g711.hpp"

namespace anlan::sip {

inline constexpr int kFrame_ms = 20;
inline constexpr std::size_t kFrameSamples = 160;  ///< of 8 kHz

/// The sound of a call, frame by frame: silence, the words, silence, the words …; from the key on the thanks.
class SoundOut {
  public:
    explicit SoundOut(const TalkOrder& order);

    /// The next frame, coded; empty when all has been said.
    std::string next(sound::Law law);
    /// The key was pressed: nothing more is said but the thanks.
    void thank();
    /// Every round has been said, whatever silence is left.
    bool all_said() const { return rounds_left_ == 0; }

  private:
    enum class Part { silence, words, thanks, over };

    std::shared_ptr<const sound::Sound> words_, thanks_;
    double volume_;
    std::size_t rounds_left_, pause_frames_, last_frames_;
    Part part_ = Part::silence;
    std::size_t silence_left_;  ///< frames
    bool thanked_ = false;
    std::size_t at_ = 0;  ///< sample of the words or the thanks
};

}  // namespace anlan::sip
