#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>

namespace anlan::bench {

/// A real mosquitto on loopback, ended by its own process id.
class Broker {
  public:
    explicit Broker(const std::filesystem::path& folder);
    ~Broker();
    Broker(const Broker&) = delete;
    Broker& operator=(const Broker&) = delete;
    std::uint16_t port() const { return port_; }

  private:
    pid_t pid_ = -1;
    std::uint16_t port_ = 0;
};

struct Publishing {
    std::uint16_t port = 0;
    int devices = 0, per_second = 0, seconds = 0, alarms_per_second = 0;
};
/// Publishes at an even pace: each device in its turn says "nothing", so many a second for the first time "smoke".
/// Returns how many messages the broker was given.
std::int64_t publish(const Publishing& order);

}  // namespace anlan::bench
