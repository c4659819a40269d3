#include "sound/sound.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace anlan::sound {

namespace {

constexpr double kFullScale = 32'767;
constexpr int kSideTaps = 16;  ///< zero crossings of the filter on each side

double sinc(double x) {
    if (std::abs(x) < 1e-9) return 1;
    const double angle = std::numbers::pi * x;
    return std::sin(angle) / angle;
}

/// A Hann window over -1 … 1.
double window(double x) {
    return std::abs(x) >= 1 ? 0 : 0.5 + 0.5 * std::cos(std::numbers::pi * x);
}

std::int16_t cut(double value) {
    return static_cast<std::int16_t>(std::lround(std::clamp(value, -kFullScale, kFullScale)));
}

}  // namespace

Sound at_rate(const Sound& sound, int rate) {
    if (rate == sound.rate || sound.samples.empty()) return {rate, sound.samples};
    const double step = static_cast<double>(sound.rate) / rate;
    const double narrow = std::min(1.0, 1 / step);  // below both halves of the rates
    const double reach = kSideTaps / narrow;
    const auto count = static_cast<std::int64_t>(sound.samples.size());
    Sound made{rate, {}};
    made.samples.reserve(static_cast<std::size_t>(static_cast<double>(count) / step) + 1);
    for (std::int64_t i = 0;; ++i) {
        const double at = static_cast<double>(i) * step;
        if (at > static_cast<double>(count - 1)) break;
        const auto first = std::max<std::int64_t>(0, static_cast<std::int64_t>(std::ceil(at - reach)));
        const auto last = std::min<std::int64_t>(count - 1, static_cast<std::int64_t>(std::floor(at + reach)));
        double sum = 0;
        for (auto k = first; k <= last; ++k) {
            const double off = at - static_cast<double>(k);
            sum += sound.samples[static_cast<std::size_t>(k)] * narrow * sinc(off * narrow) * window(off / reach);
        }
        made.samples.push_back(cut(sum));
    }
    return made;
}

void append(Sound& to, const Sound& more) {
    to.samples.insert(to.samples.end(), more.samples.begin(), more.samples.end());
}

void append_silence(Sound& to, double seconds) {
    to.samples.resize(to.samples.size() + static_cast<std::size_t>(seconds * to.rate), 0);
}

void level(Sound& sound, double peak) {
    int loudest = 0;
    for (const auto sample : sound.samples) loudest = std::max(loudest, std::abs(static_cast<int>(sample)));
    if (loudest == 0) return;
    const double factor = peak * kFullScale / loudest;
    for (auto& sample : sound.samples) sample = cut(sample * factor);
}

double loudness(std::span<const std::int16_t> samples) {
    if (samples.empty()) return 0;
    double sum = 0;
    for (const double sample : samples) sum += sample * sample;
    return std::sqrt(sum / static_cast<double>(samples.size())) / kFullScale;
}

double share_at(std::span<const std::int16_t> samples, int rate, double hertz) {
    const double turn = 2 * std::cos(2 * std::numbers::pi * hertz / rate);
    double before = 0, last = 0, power = 0;
    for (const double sample : samples) {
        const double now = sample + turn * last - before;
        before = last;
        last = now;
        power += sample * sample;
    }
    if (power <= 0) return 0;
    const double strength = last * last + before * before - turn * last * before;
    return 2 * strength / (static_cast<double>(samples.size()) * power);
}

}  // namespace anlan::sound
