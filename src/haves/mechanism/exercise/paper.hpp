#pragma once

#include "documents/official.hpp"
#include "exercise/answers.hpp"

namespace anlan::exercise {

/// 演练评估报告, in the order of the national guide: what was practised, how it went, what was seen, the score, what
/// has to become better.
documents::Official paper_of(const ExerciseDetail& detail, const std::string& issuer, Instant now);

}  // namespace anlan::exercise
