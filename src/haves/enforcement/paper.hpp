#pragma once

#include "documents/official.hpp"
#include "enforcement/queries.hpp"
#include "store/rows.hpp"

namespace anlan::enforcement {

/// Who issues a paper, and who reviews what it decides (行政复议机关).
struct Authority {
    std::string name;    ///< "石狮市永宁镇人民政府"
    std::string review;  ///< "石狮市人民政府"
};
/// "永宁镇" → "石狮市永宁镇人民政府", "湖滨街道" → "石狮市湖滨街道办事处".
Authority authority_of(store::Rows& rows, const AreaCode& area, const std::string& name);

/// The paper as it was issued, ready to print and sign.
documents::Official paper_of(store::Rows& rows, const PaperFacts& paper, const Authority& authority);

}  // namespace anlan::enforcement
