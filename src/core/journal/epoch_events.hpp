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

/// Another node's entry that cannot be understood or shown here: kept as it came, and passed over.
struct EntrySetAside {
    static constexpr EventKind kKind{"entry.set_aside", 1};
    AreaCode origin;
    std::string stream;
    std::int64_t epoch = 0, number = 0;
    std::string kind;
};
BOOST_DESCRIBE_STRUCT(EntrySetAside, (), (origin, stream, epoch, number, kind))

/// Another node's entry of a kind that it has no business sending this way, such as an order from below: kept as it
/// came and without effect. Told once an hour for each node, however many come.
struct EntryRefused {
    static constexpr EventKind kKind{"entry.refused", 1};
    AreaCode origin;
    std::string stream;
    std::int64_t epoch = 0, number = 0;
    std::string kind;
};
BOOST_DESCRIBE_STRUCT(EntryRefused, (), (origin, stream, epoch, number, kind))

/// An entry of a node below about an area that is not its own: kept as it came and without effect, told as above.
struct EntryOutOfArea {
    static constexpr EventKind kKind{"entry.out_of_area", 1};
    AreaCode origin;
    std::string stream;
    std::int64_t epoch = 0, number = 0;
    std::string kind;
    AreaCode area;  ///< the one it speaks of
};
BOOST_DESCRIBE_STRUCT(EntryOutOfArea, (), (origin, stream, epoch, number, kind, area))

}  // namespace anlan::journal
