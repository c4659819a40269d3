#pragma once

#include <chrono>

#include "base/time.hpp"

namespace anlan::app {

/// Starts at a given instant and runs `speed` times as fast as the wall clock: a typhoon in an afternoon.
class FastClock final : public Clock {
  public:
    FastClock(Instant start, double speed) : start_(start), speed_(speed), began_(std::chrono::steady_clock::now()) {}
    Instant now() const override {
        const auto passed = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began_);
        return start_ + Milliseconds(static_cast<std::int64_t>(passed.count() * speed_));
    }

  private:
    Instant start_;
    double speed_;
    std::chrono::steady_clock::time_point began_;
};

}  // namespace anlan::app
