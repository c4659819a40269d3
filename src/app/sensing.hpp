#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/broker.hpp"
#include "journal/writer.hpp"
#include "sensors/payload.hpp"
#include "sensors/ports.hpp"

namespace anlan::app {

struct SensingSettings {
    std::filesystem::path folder;    ///< of the node; series.db lies in it
    std::filesystem::path payloads;  ///< data/sensors/payloads.json
    std::optional<BrokerSettings> broker;
};

/// Carries readings of one node from MQTT and HTTP through sieve and watch into the series, and alarms into the
/// journal. One thread of its own decides in the order of arrival; nobody waits for it.
class Sensing final : public sensors::Readings {
  public:
    using Read = std::function<void(const std::function<void(store::Rows&)>&)>;

    Sensing(SensingSettings settings, journal::Writer& writer, const Clock& clock, Read read);
    ~Sensing() override;
    Sensing(const Sensing&) = delete;
    Sensing& operator=(const Sensing&) = delete;

    /// Starts the thread and the broker's. Before that readings wait.
    void start();
    void stop();
    /// Driven by hand: does once what the thread does.
    void step();
    /// Something of sensors was written: what is known of them is read anew.
    void follow(const std::vector<journal::Entry>& entries);

    bool take(std::vector<sensors::Reading> readings) override;
    std::optional<sensors::LastReading> last(const sensors::SensorId& sensor) const override;
    std::vector<sensors::SeriesPoint> points(
        const sensors::SensorId& sensor, Instant from, Instant until, std::int64_t most
    ) const override;
    std::vector<sensors::Stranger> strangers() const override;
    sensors::Intake intake() const override;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::app
