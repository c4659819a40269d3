#include "sensors/sieve.hpp"

#include <cmath>

namespace anlan::sensors {

Sifted sift(const Reading& reading, const MeasureFacts& measure, const SieveLimits& limits, Instant now) {
    const auto at = reading.at.value_or(now);
    if (!std::isfinite(reading.value)) return {false, now, Fault::not_a_number};
    if (reading.value < measure.least || reading.value > measure.most) return {false, now, Fault::absurd};
    if (at > now + limits.ahead || at < now - limits.behind) return {true, now, Fault::clock};
    return {true, at, std::nullopt};
}

bool Pace::admits(Instant now, std::int64_t per_minute) {
    const auto minute = std::chrono::floor<std::chrono::minutes>(now).time_since_epoch().count();
    if (minute != minute_) minute_ = minute, count_ = 0;
    return ++count_ <= per_minute;
}

}  // namespace anlan::sensors
