#include <fmt/format.h>

#include <cmath>

#include "policy/queries.hpp"
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

/// 每低 5% 扣 0.3: below nine tenths of the items that have a minimum.
std::optional<Measured> least_stock(const Ground& ground) {
    const auto keeping = warehouse::keeping_of(ground.rows, ground.today());
    if (keeping.with_minimum == 0)
        return Measured{
            kAll,
            "没有最低储备清单",
            "no list of least stock",
            "批准预案或设定最低储备",
            "approve plans or set minimums"};
    const auto share =
        100 * static_cast<double>(keeping.with_minimum - keeping.below) / static_cast<double>(keeping.with_minimum);
    const double steps = share >= 90 ? 0 : std::ceil((90 - share) / 5);
    return Measured{
        0.3 * steps,
        fmt::format("{} 种有最低储备，{} 种不足，达成 {:.0f}%", keeping.with_minimum, keeping.below, share),
        fmt::format("{} of {} items below their minimum, {:.0f}% reached", keeping.below, keeping.with_minimum, share),
        keeping.below > 0 ? "补足低于最低储备的物资" : "",
        keeping.below > 0 ? "fill up what is below its minimum" : ""};
}

/// 每季 1 次全盘.
std::optional<Measured> stock_taking(const Ground& ground) {
    const auto keeping = warehouse::keeping_of(ground.rows, ground.today());
    const auto every = policy::seconds(ground.rows, "store.stocktake");
    const bool fresh = keeping.counted_at && *keeping.counted_at + every > ground.now;
    return Measured{
        fresh ? 0 : 0.3,
        keeping.counted_at ? "最近一次盘点 " + to_local(*keeping.counted_at).substr(0, 10) : "没有盘点记录",
        keeping.counted_at ? "last count " + to_local(*keeping.counted_at).substr(0, 10) : "no count on record",
        fresh ? "" : "按季度全盘一次",
        fresh ? "" : "count everything once a quarter"};
}

}  // namespace

void add_store_measures(Measures& all) {
    all["G1"] = &one_store;
    all["G2"] = &least_stock;
    all["G6"] = &stock_taking;
    all["G4"] = &expiry;
}

}  // namespace anlan::programme
