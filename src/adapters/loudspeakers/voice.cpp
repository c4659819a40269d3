#include "loudspeakers/voice.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "loudspeakers/rtp_words.hpp"
#include "sound/opus.hpp"

namespace anlan::loudspeakers {

namespace {

constexpr std::uint8_t kPcma = 8, kPcmu = 0;

class TelephoneVoice final : public Voice {
  public:
    TelephoneVoice(const sound::Sound& round, sound::Law law, double volume)
        : law_(law),
          bytes_(sound::coded(round.samples, law, volume)),
          silence_(kFrameBytes, static_cast<char>(law == sound::Law::a ? sound::to_a_law(0) : sound::to_mu_law(0))) {
        bytes_.resize((bytes_.size() + kFrameBytes - 1) / kFrameBytes * kFrameBytes, silence_.front());
    }
    std::string_view frame(std::size_t at) override {
        const auto from = at * kFrameBytes;
        return from < bytes_.size() ? std::string_view(bytes_).substr(from, kFrameBytes) : silence_;
    }
    std::uint8_t payload_type() const override { return law_ == sound::Law::a ? kPcma : kPcmu; }
    std::uint32_t ticks() const override { return kFrameBytes; }

  private:
    sound::Law law_;
    std::string bytes_, silence_;
};

class OpusVoice final : public Voice {
  public:
    OpusVoice(const sound::Sound& round, std::uint8_t type, double volume)
        : type_(type), coder_(round.rate), samples_(round.samples), part_(coder_.frame_samples()), volume_(volume) {}
    std::string_view frame(std::size_t at) override {
        for (std::size_t i = 0; i < part_.size(); ++i) {
            const auto from = at * part_.size() + i;
            const double sample = from < samples_.size() ? samples_[from] * volume_ : 0;
            part_[i] = static_cast<std::int16_t>(std::lround(sample));
        }
        return coder_.packet(part_);
    }
    std::uint8_t payload_type() const override { return type_; }
    std::uint32_t ticks() const override { return sound::kOpusPacketTicks; }

  private:
    std::uint8_t type_;
    sound::OpusCoder coder_;
    std::vector<std::int16_t> samples_, part_;
    double volume_;
};

}  // namespace

std::unique_ptr<Voice> make_voice(const sound::Sound& round, Coding coding, std::int64_t volume, const Payloads& with) {
    const auto share = static_cast<double>(std::clamp<std::int64_t>(volume, 0, 100)) / 100;
    if (coding == Coding::opus) return std::make_unique<OpusVoice>(round, with.opus, share);
    return std::make_unique<TelephoneVoice>(round, with.law, share);
}

std::size_t frames_in(const sound::Sound& round) {
    const auto frame = static_cast<std::size_t>(round.rate / kFrames_per_second);
    return (round.samples.size() + frame - 1) / frame;
}

}  // namespace anlan::loudspeakers
