#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "optimise/program.hpp"

/// Which store sends what to which place. First as much as can be had, the more urgent place before others; then each
/// place's latest arrival is the least possible, in the same order; then the way driven in all, proved by the solver.
/// Quantities are whole: once it is known which stores drive where, an exact flow says how much.
namespace anlan::dispatch {

struct Depot {
    std::size_t node = 0;             ///< whose store it is
    std::vector<std::int64_t> holds;  ///< by item
};

struct Place {
    std::vector<std::int64_t> needs;    ///< by item
    std::vector<double> km;             ///< by depot
    std::vector<std::int64_t> minutes;  ///< by depot
};

struct Sent {
    std::size_t depot = 0, place = 0, item = 0;
    std::int64_t quantity = 0;
};

struct Allotment {
    std::vector<Sent> sent;
    std::vector<std::vector<std::int64_t>> unmet;  ///< by place, by item
    std::vector<std::int64_t> latest_minutes;      ///< by place; 0: nothing arrives
    double km = 0, bound_km = 0, seconds = 0;
    bool proven = false;
    double gap_percent() const { return km > 0 ? (km - bound_km) / km * 100 : 0; }
};

/// `spare[node][item]`: what a node may give without falling below its minimum. Places are in the order of urgency.
Allotment allot(
    const std::vector<Depot>& depots,
    const std::vector<std::vector<std::int64_t>>& spare,
    const std::vector<Place>& places,
    const optimise::Solver& solver,
    double limit_seconds
);

}  // namespace anlan::dispatch
