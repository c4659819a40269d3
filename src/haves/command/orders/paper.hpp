#pragma once

#include "documents/official.hpp"
#include "documents/workbook.hpp"
#include "orders/answers.hpp"

/// An order on paper, the list as a table, and what one order brought in (汇总表).
namespace anlan::orders {

documents::Official paper_of(const OrderDetail& detail);
documents::Workbook table_of(const std::vector<OrderAnswer>& orders, const std::string& made_by, Instant now);
/// A row for each addressee, a column for each number asked for, and the sums below.
documents::Workbook answers_table_of(const OrderDetail& detail, const std::string& made_by, Instant now);

}  // namespace anlan::orders
