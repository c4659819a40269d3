#pragma once

#include <map>
#include <unordered_map>

#include "journal/desk.hpp"
#include "sensors/ports.hpp"
#include "sensors/queries.hpp"
#include "sensors/watch.hpp"

namespace anlan::sensors {

/// What a turn has found.
struct Judged {
    journal::Wishes wishes;
    std::vector<Sample> samples;
};

/// Which sensor a reading is of, whether it may be taken, and what it means. No thread, no clock of its own.
class Judge {
  public:
    /// With what the series hold already, so that a restart is no silence.
    explicit Judge(std::map<SensorId, LastReading> heard);

    /// Sensors, thresholds and limits as they are in the journal now. What thresholds have seen stays where they are
    /// the same.
    void learn(store::Rows& rows);
    void hear(const Reading& reading, Instant now, Judged& into);
    /// Silence: those that have been due for too long.
    void miss(Instant now, Judged& into);

    std::optional<LastReading> last(const SensorId& sensor) const;
    std::vector<Stranger> strangers() const;
    std::int64_t taken() const { return taken_; }
    std::int64_t refused() const { return refused_; }

  private:
    struct Known {
        SensorFacts facts;
        Watch watch;
        bool silent = false;  ///< the alarm stands
        std::optional<Instant> heard_at;
        std::map<Fault, std::int64_t> said;  ///< day on which it was said last
    };
    struct Limits {
        SieveLimits sieve;
        std::chrono::seconds judged_behind{600}, silence_least{120};
        double silence_intervals = 3;
    };

    static Instant heard(const Known& known);
    std::chrono::seconds patience(const Known& known) const;
    Known* find(const Reading& reading);
    void meet_stranger(const Reading& reading, Instant now);
    void say(Known& known, Fault fault, const std::string& sample, Instant now, Judged& into);
    void judge_value(Known& known, double value, Instant at, Judged& into);

    Limits limits_;
    std::map<SensorId, Known> known_;
    std::unordered_map<std::string, Known*> by_device_;  ///< "device/measure"
    std::unordered_map<std::string, Pace> paces_;
    std::map<SensorId, LastReading> last_;
    std::map<std::string, Stranger> strangers_;
    std::int64_t taken_ = 0, refused_ = 0;
    Instant missed_at_{};
    std::optional<Instant> began_at_;
};

}  // namespace anlan::sensors
