#pragma once

#include <filesystem>
#include <string>

#include "app/county.hpp"
#include "app/drill_script.hpp"

namespace anlan::app {

struct DrillOrder {
    std::string name;
    double speed = 100'000;  ///< times faster than life; 0: as fast as it goes
    std::uint64_t seed = 1;
    std::filesystem::path data, project, report;
};

/// Plays a drill without a browser through a county of its own in `data`, prints a line per milestone, and proves every
/// journal at the end. 0 when every call was answered or escalated and every journal verifies, else 1; 2 for an unknown
/// drill.
int play_drill(const DrillOrder& order);

/// Plays the steps of a script into a county that is already open, on its clock; for `anlan demo --drill`. Returns when
/// the script ends or `stop` turns true.
void play_into(
    County& county,
    const DrillScript& script,
    const std::filesystem::path& folder,
    const Clock& clock,
    const std::function<bool()>& stop
);

}  // namespace anlan::app
