#include <fmt/format.h>

#include "programme/measures.hpp"
#include "programme/paper.hpp"
#include "warehouse/queries.hpp"

/// 七、仓库 (G1–G7). The ledger's own numbers are asked of the warehouse.
namespace anlan::programme {

namespace {

std::optional<Measured> one_store(const Ground& ground) {
    const auto rules = document_in_force(ground, "仓库制度");
    const auto stock = warehouse::stock_rows(ground.rows);
    if (stock.empty())
        return Measured{kAll, "没有物资台账", "no stock on record", "登记仓库和物资", "enter stores and stock"};
    return Measured{
        rules ? 0.0 : 0.4,
        fmt::format("物资 {} 批在统一台账，管理制度{}", stock.size(), rules ? "已登记" : "未登记"),
        fmt::format("{} batches in one ledger; rules {}", stock.size(), rules ? "on record" : "missing"),
        rules ? "" : "印发并登记仓库管理制度",
        rules ? "" : "issue and enter the rules of the store"};
}

std::optional<Measured> expiry(const Ground& ground) {
    const auto stock = warehouse::stock_rows(ground.rows);
    if (stock.empty()) return Measured{kAll, "没有物资台账", "no stock on record", "登记物资", "enter the stock"};
    std::int64_t expired = 0;
    for (const auto& each : stock)
        expired += !each.expires.empty() && each.expires < ground.today() && each.quantity > 0;
    return Measured{
        0.5 * static_cast<double>(expired),
        fmt::format("{} 批物资中过期 {} 批", stock.size(), expired),
        fmt::format("{} of {} batches have expired", expired, stock.size()),
        expired > 0 ? "报废或轮换过期批次" : "",
        expired > 0 ? "scrap or rotate what has expired" : ""};
}

}  // namespace

void add_store_measures(Measures& all) {
    all["G1"] = &one_store;
    all["G4"] = &expiry;
}

}  // namespace anlan::programme
