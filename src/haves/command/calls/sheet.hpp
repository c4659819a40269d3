#pragma once

#include "calls/answers.hpp"
#include "documents/workbook.hpp"

namespace anlan::calls {

/// The list of calls as a table (叫应记录表), and every attempt of each on a second sheet.
documents::Workbook table_of(const std::vector<CallAnswerBody>& calls, const std::string& made_by, Instant now);

}  // namespace anlan::calls
