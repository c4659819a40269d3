#pragma once

#include "documents/labels.hpp"
#include "documents/official.hpp"
#include "documents/workbook.hpp"
#include "warehouse/answers.hpp"

/// What the store prints: slips (出库单, with the place of each batch: the pick list), labels, and whether card,
/// account and goods agree (账卡物相符).
namespace anlan::warehouse {

documents::Official slip_paper(const SlipAnswer& slip);
documents::LabelSheet label_sheet(const std::vector<BatchAnswer>& batches, const std::string& station);
documents::Official agreement_paper(const std::vector<AgreeAnswer>& rows, const std::string& station, Instant now);
documents::Workbook agreement_table(const std::vector<AgreeAnswer>& rows, const std::string& station, Instant now);
documents::Workbook stock_table(const std::vector<StockAnswer>& items, const std::string& station, Instant now);

/// What a label says: "anlan:stock:<id>".
std::string label_code(const std::string& batch);
/// The batch a scanned text means; nothing for a label that is not ours.
std::optional<std::string> batch_of_label(const std::string& text);

}  // namespace anlan::warehouse
