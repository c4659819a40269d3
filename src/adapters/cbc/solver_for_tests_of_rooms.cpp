#include "cbc/cbc_solver.hpp"

/// Rooms know no adapter; their tests are handed this one by the build.
namespace anlan::optimise {

const Solver& solver_for_tests() {
    static const cbc::CbcSolver solver;
    return solver;
}

}  // namespace anlan::optimise
