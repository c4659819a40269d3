#pragma once

#include <filesystem>
#include <map>

#include "sensors/ports.hpp"
#include "store/readers.hpp"

namespace anlan::series {

/// How long each table keeps what is in it (policy sensor.keep.*).
struct Keeping {
    std::chrono::seconds raw{2 * 86'400}, minute{14 * 86'400}, ten_minutes{92 * 86'400}, hour{3'652LL * 86'400};
};

/// The file of series. Writing from one thread only, reading from any.
class SeriesFile {
  public:
    explicit SeriesFile(const std::filesystem::path& file);

    /// One transaction. A sample of a time already kept is the same message sent again and is left out.
    void write(const std::vector<sensors::Sample>& samples);
    /// Forgets what is too old, a few sensors at a time, so that it never takes long.
    void thin(const Keeping& keeping, Instant now);
    /// The newest of each sensor.
    std::map<sensors::SensorId, sensors::LastReading> last();

    /// Any thread. See sensors::Readings.
    std::vector<sensors::SeriesPoint> points(
        const sensors::SensorId& sensor,
        Instant from,
        Instant until,
        std::int64_t most,
        const Keeping& keeping,
        Instant now
    );

  private:
    std::int64_t number_of(const sensors::SensorId& sensor);

    std::unique_ptr<store::Rows> rows_;
    store::Readers readers_;
    std::map<sensors::SensorId, std::int64_t> numbers_;  ///< of the writing thread
    std::int64_t next_thinned_ = 0;
};

}  // namespace anlan::series
