#include "sound/sound.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

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

/// A low pass below both halves of two rates, for each place that a new sample can have between two old ones.
class Filters {
  public:
    Filters(std::int64_t up, std::int64_t down) {
        const double narrow = std::min(1.0, static_cast<double>(up) / static_cast<double>(down));
        const double reach = kSideTaps / narrow;
        reach_ = static_cast<std::int64_t>(std::ceil(reach));
        for (std::int64_t phase = 0; phase < up; ++phase) {
            auto& taps = taps_.emplace_back();
            for (auto k = -reach_; k <= reach_ + 1; ++k) {
                const double off = static_cast<double>(phase) / static_cast<double>(up) - static_cast<double>(k);
                taps.push_back(narrow * sinc(off * narrow) * window(off / reach));
            }
        }
    }
    std::int64_t reach() const { return reach_; }  ///< taps before the sample
    const std::vector<double>& at(std::int64_t phase) const { return taps_[static_cast<std::size_t>(phase)]; }

  private:
    std::int64_t reach_ = 0;
    std::vector<std::vector<double>> taps_;
};

std::int16_t cut(double value) {
    return static_cast<std::int16_t>(std::lround(std::clamp(value, -kFullScale, kFullScale)));
}

}  // namespace

Sound at_rate(const Sound& sound, int rate) {
    if (rate == sound.rate || sound.samples.empty()) return {rate, sound.samples};
    const int shared = std::gcd(rate, sound.rate);
    const std::int64_t up = rate / shared, down = sound.rate / shared;
    const Filters filters(up, down);
    const auto count = static_cast<std::int64_t>(sound.samples.size());
    Sound made{rate, {}};
    made.samples.reserve(static_cast<std::size_t>(count * up / down) + 1);
    for (std::int64_t i = 0; i * down <= (count - 1) * up; ++i) {
        const auto whole = i * down / up;
        const auto& taps = filters.at(i * down % up);
        double sum = 0;
        for (std::int64_t k = 0; k < static_cast<std::int64_t>(taps.size()); ++k) {
            const auto at = whole + k - filters.reach();
            if (at >= 0 && at < count)
                sum += taps[static_cast<std::size_t>(k)] * sound.samples[static_cast<std::size_t>(at)];
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
