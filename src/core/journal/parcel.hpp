#pragma once

#include <string>
#include <vector>

#include "base/area.hpp"
#include "journal/event.hpp"

namespace anlan::journal {

/// An entry on its way to another node, in its shared form. It travels in one of the streams of journal/stream.hpp;
/// there `number` counts without gaps and `entry.prev`, `entry.hash` chain the stream, so the receiver sees what is
/// missing and whether two histories are told.
struct Parcel {
    AreaCode origin;
    std::string stream;
    std::int64_t epoch = 1;
    std::int64_t number = 0;
    Entry entry;
};

/// What became of a delivered entry: shown here; known from before a restore; or kept, but not to be understood.
enum class Reception { taken, known, set_aside };
BOOST_DESCRIBE_ENUM(Reception, taken, known, set_aside)

}  // namespace anlan::journal
