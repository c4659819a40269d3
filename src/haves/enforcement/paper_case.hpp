#pragma once

#include "documents/official.hpp"
#include "enforcement/paper.hpp"

namespace anlan::enforcement {

/// A paper of a penalty case, or of a transfer without one.
documents::Official case_paper(
    store::Rows& rows, const PaperFacts& facts, const Authority& authority, documents::Official form
);

}  // namespace anlan::enforcement
