#pragma once

#include <cstdint>
#include <filesystem>

namespace anlan::app {

struct SimulationOrder {
    std::filesystem::path project;  ///< holds data/
    std::int64_t seeds = 1;
    std::uint64_t seed = 1;       ///< the first
    std::int64_t stations = 6;    ///< the county, its four towns, then villages of these towns in turn
    std::filesystem::path keep;   ///< where the folders of a failed seed are left; empty: nowhere
    std::filesystem::path train;  ///< where a dictionary of the traffic is written; empty: nowhere
    bool aloud = false;           ///< tells each seed's history also when it is well
};

/// Plays a storm through a county under each seed, with links cut, frames lost, doubled, altered and overtaking each
/// other, machines killed around a commit, disks full, clocks wrong and old copies put back; then lets it come to rest
/// and checks that nothing acknowledged is lost or doubled. One line per seed; exit code 1 if any fails.
int simulate(const SimulationOrder& order);

}  // namespace anlan::app
