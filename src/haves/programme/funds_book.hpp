#pragma once

#include "documents/workbook.hpp"
#include "programme/funds_answers.hpp"

namespace anlan::programme {

/// The books as a spreadsheet: budget, contracts, payments. Amounts in yuan. POLICY.md §1.6.
documents::Workbook funds_book(const std::vector<StationFunds>& stations, const std::string& node, Instant now);

}  // namespace anlan::programme
