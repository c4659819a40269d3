#pragma once

#include "documents/official.hpp"
#include "programme/acceptance_answers.hpp"

namespace anlan::programme {

/// 验收意见书: scores by have, what was put right, the result. Of a concluded acceptance; `issuer` gave the opinion.
documents::Official opinion_paper(
    const AcceptanceFacts& facts,
    const std::string& station,
    const std::vector<FixFacts>& fixes,
    const std::string& issuer
);

/// "优秀候选" and its English word.
std::string result_zh(AcceptanceResult result);
std::string result_en(AcceptanceResult result);

}  // namespace anlan::programme
