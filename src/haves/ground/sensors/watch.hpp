#pragma once

#include "sensors/events.hpp"

namespace anlan::sensors {

/// What one sensor's thresholds have seen so far. Readings come in the order of their time.
struct Watch {
    struct Seen {
        std::optional<Instant> since;  ///< beyond without a break
        bool passed = false;
    };
    std::vector<Threshold> thresholds;
    std::vector<Seen> seen;
    std::optional<AlarmGrade> open;  ///< of the alarm that stands
};

/// With the alarm that stands in the journal, so that a restart neither raises it again nor ends it.
Watch watching(std::vector<Threshold> thresholds, std::optional<AlarmGrade> open);

/// What a reading means: at most one of the two.
struct Verdict {
    std::optional<Threshold> raised;  ///< a grade above what stands
    bool cleared = false;
};

/// A threshold is passed once the value has been beyond it for its duration, and stays so until the value is back by
/// more than its hysteresis: a value that trembles around the limit raises one alarm, not a hundred.
Verdict judge(Watch& watch, double value, Instant at);

}  // namespace anlan::sensors
