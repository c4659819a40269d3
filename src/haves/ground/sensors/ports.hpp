#pragma once

#include "sensors/sieve.hpp"

/// What the room needs of the outside world.
namespace anlan::sensors {

struct LastReading {
    Instant at{};
    double value = 0;
};

/// One reading, as it is kept.
struct Sample {
    SensorId sensor;
    Instant at{};
    double value = 0;
};

/// A device that nobody has registered, as it was last heard.
struct Stranger {
    std::string device, measure, sample;
    std::int64_t count = 0;
    Instant first_at{}, last_at{};
};
BOOST_DESCRIBE_STRUCT(Stranger, (), (device, measure, sample, count, first_at, last_at))

/// How the carrying of readings goes, for the page.
struct Intake {
    std::int64_t taken = 0, refused = 0, waiting = 0, dropped = 0;
    bool broker = false, connected = false;  ///< whether an MQTT broker is configured, and reached
    std::string note;                        ///< why not
};
BOOST_DESCRIBE_STRUCT(Intake, (), (taken, refused, waiting, dropped, broker, connected, note))

/// Readings as they come and as they are kept (outside the journal, decision 0019). Any thread.
class Readings {
  public:
    virtual ~Readings() = default;
    /// Takes them in for sieve, watch and series; false: too many wait, come again.
    virtual bool take(std::vector<Reading> readings) = 0;
    virtual std::optional<LastReading> last(const SensorId& sensor) const = 0;
    /// At most `most` stretches of equal length that together cover the time; empty ones are left out.
    virtual std::vector<SeriesPoint> points(const SensorId& sensor, Instant from, Instant until, std::int64_t most)
        const = 0;
    virtual std::vector<Stranger> strangers() const = 0;
    virtual Intake intake() const = 0;
};

/// A picture of a camera, taken now.
class Cameras {
  public:
    virtual ~Cameras() = default;
    /// JPEG bytes. Refuses `camera_silent` with the reason, `camera_busy`.
    virtual Result<std::string> picture(const std::string& address) = 0;
};

}  // namespace anlan::sensors
