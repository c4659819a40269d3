#include "sound/opus.hpp"

#include <opus/opus.h>

#include <stdexcept>

namespace anlan::sound {

namespace {

constexpr int kBits_per_second = 32'000;
constexpr int kEffort = 5;                       ///< 0 … 10: above it costs twice the time for what no horn lets hear
constexpr std::size_t kPacketBytesMost = 1'275;  ///< RFC 6716, 3.4

int checked(int answer) {
    if (answer < 0) throw std::runtime_error(std::string("opus: ") + opus_strerror(answer));
    return answer;
}

}  // namespace

struct OpusCoder::Inside {
    explicit Inside(int given) : rate(given) {
        int fault = 0;
        coder = opus_encoder_create(rate, 1, OPUS_APPLICATION_AUDIO, &fault);
        checked(fault);
        checked(opus_encoder_ctl(coder, OPUS_SET_BITRATE(kBits_per_second)));
        checked(opus_encoder_ctl(coder, OPUS_SET_COMPLEXITY(kEffort)));
    }
    ~Inside() { opus_encoder_destroy(coder); }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    int rate;
    OpusEncoder* coder = nullptr;
    std::string made;
};

OpusCoder::OpusCoder(int rate) : inside_(std::make_unique<Inside>(rate)) {}
OpusCoder::~OpusCoder() = default;
OpusCoder::OpusCoder(OpusCoder&&) noexcept = default;
OpusCoder& OpusCoder::operator=(OpusCoder&&) noexcept = default;

std::size_t OpusCoder::frame_samples() const {
    return static_cast<std::size_t>(inside_->rate / kOpusPackets_per_second);
}

int OpusCoder::lead_ticks() const {
    opus_int32 samples = 0;
    checked(opus_encoder_ctl(inside_->coder, OPUS_GET_LOOKAHEAD(&samples)));
    return samples * (kOpusClock / inside_->rate);
}

const std::string& OpusCoder::packet(std::span<const std::int16_t> frame) {
    auto& made = inside_->made;
    made.resize(kPacketBytesMost);
    const auto size = opus_encode(
        inside_->coder,
        frame.data(),
        static_cast<int>(frame.size()),
        reinterpret_cast<unsigned char*>(made.data()),
        static_cast<opus_int32>(made.size())
    );
    made.resize(static_cast<std::size_t>(checked(size)));
    return made;
}

}  // namespace anlan::sound
