#pragma once

#include "documents/official.hpp"
#include "journal/desk.hpp"
#include "response/review.hpp"

namespace anlan::response {

/// The after-action summary (复盘小结) on paper, every number of it counted by the review.
documents::Official summary_of(const Review& review, const journal::NodeFacts& node, Instant now);

}  // namespace anlan::response
