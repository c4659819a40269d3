#pragma once

#include <string>

#include "incident/report_events.hpp"

namespace anlan::incident {

/// 首报, 续报（第 2 号）, 更正报告（第 3 号）, 终报（第 4 号）: as a report is headed.
std::string stage_in_words(Stage stage, std::int64_t number);

}  // namespace anlan::incident
