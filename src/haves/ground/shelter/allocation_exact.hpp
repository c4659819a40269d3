#pragma once

#include "optimise/program.hpp"
#include "shelter/allocation.hpp"

namespace anlan::shelter {

/// allocate(); and where that is not within a hundredth of its bound and the town is small enough to be solved exactly
/// (generalised assignment), the solver goes on from there for at most `limit_seconds`. Never worse than allocate().
Allocation allocate_exactly(
    const Walks& walks,
    const std::vector<Home>& homes,
    const std::vector<Roof>& roofs,
    const optimise::Solver& solver,
    double limit_seconds
);
Allocation allocate_exactly(
    const std::vector<Home>& homes, const std::vector<Roof>& roofs, const optimise::Solver& solver, double limit_seconds
);

}  // namespace anlan::shelter
