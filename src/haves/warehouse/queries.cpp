#include "warehouse/queries.hpp"

#include "registers/queries.hpp"
#include "warehouse/records.hpp"

namespace anlan::warehouse {

namespace {

struct StockRow {
    std::string id, item;
    std::int64_t usable = 0, grain = 1;
    std::string unit, store, expires;
};
BOOST_DESCRIBE_STRUCT(StockRow, (), (id, item, usable, grain, unit, store, expires))

std::vector<StoreFacts> read_stores(const std::vector<registers::KeptRow>& kept, bool below) {
    std::vector<StoreFacts> all;
    for (const auto& row : kept) {
        auto read = from_json<StoreFacts>(row.values);
        if (!read) continue;
        auto& facts = all.emplace_back(std::move(read.value()));
        facts.id = row.id;
        if (below) facts.node = AreaCode{row.area.text.substr(0, 9) + "000"}.text;
    }
    return all;
}

}  // namespace

std::vector<StoreFacts> own_stores(store::Rows& rows) {
    return read_stores(registers::kept_rows(rows, "stores"), false);
}

std::vector<StoreFacts> all_stores(store::Rows& rows) {
    auto all = own_stores(rows);
    for (auto& each : read_stores(registers::rows_below(rows, "stores"), true)) all.push_back(std::move(each));
    return all;
}

std::optional<StoreFacts> store_facts(store::Rows& rows, const std::string& id) {
    for (auto& each : all_stores(rows))
        if (each.id == id) return std::move(each);
    return std::nullopt;
}

std::vector<StockFacts> stock_rows(store::Rows& rows) {
    std::map<std::string, std::string> names;
    for (const auto& each : own_stores(rows)) names[each.id] = each.name;
    std::vector<StockFacts> all;
    for (const auto& row : rows.select<StockRow>(
             "SELECT a.batch, a.item, a.usable, b.grain, b.unit, a.store, a.expires_on FROM stock_balance a JOIN "
             "stock_batch b ON b.id = a.batch WHERE a.node = '' AND a.drill = '' AND a.usable > 0 ORDER BY a.batch, "
             "a.store"
         ))
        all.push_back(
            {row.id,
             row.item,
             static_cast<double>(row.usable) / static_cast<double>(row.grain),
             row.unit,
             names.contains(row.store) ? names[row.store] : row.store,
             row.expires}
        );
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

Keeping keeping_of(store::Rows& rows, const std::string& today) {
    Keeping made;
    const auto have = own_totals(rows, World::real(), today);
    for (const auto& [item, least] : minimums(rows, "")) {
        ++made.with_minimum;
        const auto found = have.find(item);
        made.below += found == have.end() || found->second < least;
    }
    made.overdue = rows.value<std::int64_t>(
                           "SELECT COUNT(*) FROM stock_slip WHERE node = '' AND drill = '' AND overdue = 1 AND "
                           "closed_at IS NULL"
    )
                       .value_or(0);
    made.counted_at =
        rows.value<std::optional<Instant>>("SELECT MAX(approved_at) FROM stock_count WHERE node = '' AND drill = ''")
            .value_or(std::nullopt);
    return made;
}

std::vector<Available> available(store::Rows& rows, const World& world, const std::string& today) {
    std::map<std::pair<std::string, std::string>, Available> sum;
    for (const auto& row : balances(rows, world)) {
        if (!row.expires_on.empty() && row.expires_on < today) continue;
        auto& made = sum[{row.store, row.item}];
        made.store = row.store;
        made.node = row.node;
        made.item = row.item;
        made.usable += row.usable;
    }
    std::vector<Available> all;
    for (auto& [key, each] : sum)
        if (each.usable > 0) all.push_back(std::move(each));
    return all;
}

std::map<std::string, std::int64_t> least_of(store::Rows& rows, const std::string& node) {
    return minimums(rows, node);
}

}  // namespace anlan::warehouse
