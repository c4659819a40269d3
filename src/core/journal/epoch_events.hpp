#pragma once

#include "journal/event.hpp"

namespace anlan::journal {

/// The node began to number its streams anew: it was restored from a backup, or a neighbour remembers entries that this
/// journal has lost.
struct EpochBegun {
    static constexpr EventKind kKind{"epoch.begun", 1};
    std::int64_t epoch = 0;
    std::string reason;  ///< "rolled_back", "histories_differ"
    AreaCode neighbour;  ///< who remembered
};
BOOST_DESCRIBE_STRUCT(EpochBegun, (), (epoch, reason, neighbour))

}  // namespace anlan::journal
