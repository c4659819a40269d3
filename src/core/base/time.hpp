#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace anlan {

/// UTC with milliseconds. Everything stored or sent is UTC; only pages and documents speak local time.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Milliseconds = std::chrono::milliseconds;

inline constexpr std::chrono::minutes kBeijing{8 * 60};  ///< zone of a station in China, which has no summer time

/// "2023-07-28T00:37:00.000Z"
std::string to_rfc3339(Instant at);

/// "2023-07-28T08:37:00+08:00", for people and for CAP.
std::string to_local(Instant at, std::chrono::minutes zone = kBeijing);

/// Reads RFC 3339 with any zone; a blank instead of the T is taken, fractions are cut to milliseconds. No zone at all
/// counts as `zone_if_none`. Refuses `time_invalid` for a date or a time that never was.
Result<Instant> parse_time(std::string_view text, std::chrono::minutes zone_if_none = kBeijing);

/// Where the time comes from. Handed in, so that a drill can run faster and a simulation can go wrong on purpose.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
  public:
    Instant now() const override;
};

/// A clock that stands until it is moved.
class ManualClock final : public Clock {
  public:
    explicit ManualClock(Instant start) : now_(start) {}
    Instant now() const override { return now_; }
    void set(Instant at) { now_ = at; }
    void advance(Milliseconds by) { now_ += by; }

  private:
    Instant now_;
};

}  // namespace anlan
