#pragma once

#include "sensors/measures.hpp"

/// Between a device and the station: what cannot be a measurement is held back and said, what merely has a wrong clock
/// is taken at the station's.
namespace anlan::sensors {

struct Reading {
    std::string device;
    Measure measure = Measure::rain_gauge;
    double value = 0;
    std::optional<Instant> at;  ///< by the device's clock; none: now
    std::string sample;         ///< as it was sent, cut short
};

/// From the policy pack: sensor.rate, sensor.clock.ahead, sensor.clock.behind.
struct SieveLimits {
    std::int64_t per_minute = 240;
    std::chrono::seconds ahead{300}, behind{86'400};
};

struct Sifted {
    bool taken = false;
    Instant at{};                ///< to keep it under
    std::optional<Fault> fault;  ///< to be said
};

/// Neither NaN nor infinite, within the measurable, at a time that can be.
Sifted sift(const Reading& reading, const MeasureFacts& measure, const SieveLimits& limits, Instant now);

/// How much one device has said in this minute. Any number of messages is at most `per_minute` of them.
class Pace {
  public:
    bool admits(Instant now, std::int64_t per_minute);

  private:
    std::int64_t minute_ = 0, count_ = 0;
};

}  // namespace anlan::sensors
