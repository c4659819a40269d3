#pragma once

#include "documents/workbook.hpp"
#include "incident/forms.hpp"

namespace anlan::incident {

/// The report as the tables other systems read in: a sheet for each mapping, its headings and one row. What is not
/// known stays empty, never zero.
documents::Workbook book_of(const ReportFacts& report, const Sender& sender);

}  // namespace anlan::incident
