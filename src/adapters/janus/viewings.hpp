#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sensors/ports.hpp"

namespace anlan::janus {

/// One person watching one camera, at one device.
struct Viewing {
    using Time = std::chrono::steady_clock::time_point;

    sensors::SensorId camera;
    PersonId person;
    Time heard{};             ///< the last word from it
    std::int64_t handle = 0;  ///< Janus' name of what is sent to it; 0: not connected
    Time minute{};
    int signals = 0;  ///< in this minute
};

/// Who watches what. Knows nothing of Janus but the numbers; not safe for several threads.
class Viewings {
  public:
    static constexpr std::chrono::seconds kSilence{12};  ///< whoever says nothing for so long has gone
    static constexpr std::size_t kMost = 120;            ///< two full meetings
    static constexpr int kMostSignals = 300;             ///< a minute

    /// Refuses `too_many_viewings`.
    Result<void> begin(const std::string& secret, Viewing viewing);
    /// Counts the signal. Refuses `viewing_unknown`, `too_many_signals`.
    Result<Viewing*> find(
        const std::string& secret, const sensors::SensorId& camera, const PersonId& person, Viewing::Time now
    );
    Viewing* find(const std::string& secret);
    std::optional<Viewing> end(const std::string& secret);
    /// Those that fell silent.
    std::vector<Viewing> expire(Viewing::Time now);
    void clear() { viewings_.clear(); }
    bool watched(const sensors::SensorId& camera) const;

  private:
    std::map<std::string, Viewing> viewings_;  ///< by the secret
};

}  // namespace anlan::janus
