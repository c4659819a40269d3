#pragma once

#include "documents/official.hpp"
#include "documents/workbook.hpp"
#include "orders/answers.hpp"

/// An order on paper, and the list as a table.
namespace anlan::orders {

documents::Official paper_of(const OrderDetail& detail);
documents::Workbook table_of(const std::vector<OrderAnswer>& orders, const std::string& made_by, Instant now);

}  // namespace anlan::orders
