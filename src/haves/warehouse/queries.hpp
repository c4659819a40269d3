#pragma once

#include <string>
#include <vector>

#include "store/rows.hpp"

namespace anlan::warehouse {

struct StockFacts {
    std::string id, item;
    double quantity = 0;
    std::string unit, store;
    std::string expires;  ///< YYYY-MM-DD, empty: does not expire
};
BOOST_DESCRIBE_STRUCT(StockFacts, (), (id, item, quantity, unit, store, expires))

std::vector<StockFacts> stock_rows(store::Rows& rows);

/// How much of an item lies in all stores of this node. With `today` (YYYY-MM-DD) what has expired does not count.
double stock_total(store::Rows& rows, const std::string& item, const std::string& today = {});

}  // namespace anlan::warehouse
