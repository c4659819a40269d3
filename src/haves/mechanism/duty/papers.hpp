#pragma once

#include "documents/workbook.hpp"
#include "duty/log_queries.hpp"

/// What of the duty is printed or filed.
namespace anlan::duty {

/// 交接班记录: what was unfinished, how each thing of the checklist stood, who signed and when.
documents::Official handover_paper(store::Rows& rows, const HandoverFacts& handover, const std::string& node);

/// 值班表 as it is published: a row a day, a column a post and shift. Refuses a month that is none.
Result<documents::Workbook> rota_workbook(store::Rows& rows, const std::string& month, const std::string& node);

}  // namespace anlan::duty
