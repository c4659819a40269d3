#pragma once

#include "optimise/program.hpp"

namespace anlan::cbc {

/// COIN-OR branch and cut. One program at a time in the whole process: a second caller waits for the first.
class CbcSolver final : public optimise::Solver {
  public:
    std::optional<optimise::Found> solve(
        const optimise::Program& program, double limit_seconds, const std::vector<double>& start
    ) const override;
};

}  // namespace anlan::cbc
