#include "warehouse/queries.hpp"

#include "registers/queries.hpp"

namespace anlan::warehouse {

std::vector<StockFacts> stock_rows(store::Rows& rows) {
    std::vector<StockFacts> all;
    for (auto& [id, facts] : registers::read_rows<StockFacts>(registers::kept_rows(rows, "stock"))) {
        facts.id = id;
        all.push_back(std::move(facts));
    }
    return all;
}

double stock_total(store::Rows& rows, const std::string& item, const std::string& today) {
    double total = 0;
    for (const auto& row : stock_rows(rows)) {
        const bool expired = !today.empty() && !row.expires.empty() && row.expires < today;
        if (row.item == item && !expired) total += row.quantity;
    }
    return total;
}

}  // namespace anlan::warehouse
