#pragma once

#include <optional>
#include <vector>

#include "exercise/events.hpp"

namespace anlan::exercise {

/// Met is 100, partly 50, missed 0. Observers count as one voice, the journal as another; with neither it is not
/// judged.
Verdict verdict(std::int64_t index, std::optional<std::int64_t> measured, const std::vector<Mark>& marks);

}  // namespace anlan::exercise
