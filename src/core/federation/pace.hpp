#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/time.hpp"

namespace anlan::federation {

/// How much may be on its way at once. The window opens while receipts come soon and closes when they come late or not
/// at all, so that a slow link never holds more than about two seconds of routine entries before an urgent one.
class Pace {
  public:
    static constexpr std::int64_t kLeastBytes = 1'200;
    static constexpr std::int64_t kMostBytes = 8 * 1024 * 1024;
    static constexpr Milliseconds kQueueMost{2'000};

    std::int64_t window_bytes() const { return window_; }
    Milliseconds round_trip() const { return smooth_; }
    bool measured() const { return smooth_.count() >= 0; }
    /// There and back, by receipts or at first by an echo; nothing when the link is just up.
    std::optional<Milliseconds> trip() const {
        if (measured()) return smooth_;
        return way_.count() > 0 ? std::optional(way_) : std::nullopt;
    }

    /// When a frame without a receipt counts as lost.
    Milliseconds patience() const {
        const auto unmeasured = std::max(Milliseconds{3'000}, way_ * 4);
        const auto usual = measured() ? smooth_ * 2 + spread_ * 4 + Milliseconds{200} : unmeasured;
        return std::min(usual * (1 << std::min(losses_, 5)), Milliseconds{60'000});
    }

    /// How long an empty frame took there and back; all that is known before the first receipt.
    void echoed(Milliseconds way) { way_ = way; }

    void acknowledged(std::int64_t bytes, Milliseconds took) {
        took = std::max(took, Milliseconds{0});
        least_ = least_.count() < 0 ? took : std::min(least_, took);
        const auto apart = measured() ? Milliseconds{std::abs((took - smooth_).count())} : took / 2;
        spread_ = measured() ? (spread_ * 3 + apart) / 4 : apart;
        smooth_ = measured() ? (smooth_ * 7 + took) / 8 : took;
        losses_ = 0;
        if (took > least_ + kQueueMost)
            window_ = std::max(kLeastBytes, window_ * 3 / 4);
        else
            window_ = std::min(kMostBytes, window_ + bytes);
    }

    void lost() {
        ++losses_;
        window_ = std::max(kLeastBytes, window_ / 2);
    }

    /// A link that comes back may be another one.
    void begin_anew() { *this = Pace(); }

  private:
    std::int64_t window_ = 2 * kLeastBytes;
    Milliseconds smooth_{-1}, spread_{0}, least_{-1}, way_{0};
    int losses_ = 0;
};

}  // namespace anlan::federation
