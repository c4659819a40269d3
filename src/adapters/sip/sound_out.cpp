#include "sip/sound_out.hpp"

#include <algorithm>
#include <array>

namespace anlan::sip {

namespace {

/// What a telephone still holds back when we hang up is never heard.
constexpr std::size_t kTail_frames = 20;

std::size_t frames_of(std::chrono::milliseconds time) {
    return static_cast<std::size_t>(std::max<std::int64_t>(0, time.count()) / kFrame_ms);
}

std::string frame_of(const sound::Sound* sound, std::size_t at, sound::Law law, double volume) {
    std::array<std::int16_t, kFrameSamples> samples{};
    if (sound != nullptr && at < sound->samples.size()) {
        const auto count = std::min(kFrameSamples, sound->samples.size() - at);
        std::copy_n(sound->samples.begin() + static_cast<std::ptrdiff_t>(at), count, samples.begin());
    }
    return sound::coded(samples, law, volume);
}

bool is_empty(const std::shared_ptr<const sound::Sound>& sound) {
    return !sound || sound->samples.empty();
}

}  // namespace

SoundOut::SoundOut(const TalkOrder& order)
    : words_(order.words),
      thanks_(order.thanks),
      volume_(order.volume),
      rounds_left_(is_empty(order.words) ? 0 : order.rounds),
      pause_frames_(frames_of(order.pause)),
      last_frames_(frames_of(order.last)),
      silence_left_(frames_of(order.lead)) {}

std::string SoundOut::next(sound::Law law) {
    if (part_ == Part::silence && silence_left_ == 0) part_ = rounds_left_ > 0 && !thanked_ ? Part::words : Part::over;
    switch (part_) {
        case Part::silence:
            --silence_left_;
            return frame_of(nullptr, 0, law, 1);
        case Part::words: {
            auto frame = frame_of(words_.get(), at_, law, volume_);
            at_ += kFrameSamples;
            if (at_ >= words_->samples.size()) {
                at_ = 0;
                part_ = Part::silence;
                silence_left_ = --rounds_left_ > 0 ? pause_frames_ : last_frames_;
            }
            return frame;
        }
        case Part::thanks: {
            auto frame = frame_of(thanks_.get(), at_, law, volume_);
            at_ += kFrameSamples;
            if (at_ >= thanks_->samples.size()) {
                part_ = Part::silence;
                silence_left_ = kTail_frames;
            }
            return frame;
        }
        case Part::over:
            break;
    }
    return {};
}

void SoundOut::thank() {
    part_ = is_empty(thanks_) ? Part::over : Part::thanks;
    thanked_ = true;
    at_ = 0;
}

}  // namespace anlan::sip
