#pragma once

#include "enforcement/case_law.hpp"

namespace anlan::enforcement {

/// The papers the law wants for a step. `large`: the party has the right to a hearing.
std::vector<PaperKind> papers_for(const CaseFacts& facts, const StepWords& words, bool large);

}  // namespace anlan::enforcement
