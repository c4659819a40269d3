#pragma once

#include "documents/official.hpp"
#include "evaluation/answers.hpp"

namespace anlan::evaluation {

/// The result of a year on paper (评估结果通报): terms, ranking, changes by hand with their reasons.
documents::Official paper_of(const EvaluationAnswer& answer, const std::string& issuer, Instant now);

}  // namespace anlan::evaluation
