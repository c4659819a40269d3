#pragma once

#include <cstddef>

namespace anlan::plan_yaml {

/// What one text may cost. The largest shipped plan is 30 kB with 900 values at depth 6.
struct Limits {
    std::size_t text_bytes = 1'000'000;
    std::size_t values = 20'000;
    std::size_t depth = 20;
    std::size_t scalar_bytes = 20'000;
    std::size_t faults = 100;
};

}  // namespace anlan::plan_yaml
