#include "warehouse/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace anlan::warehouse {

std::string_view shipped_items_json();

namespace {

struct Shipped {
    std::vector<ItemFacts> items;
};
BOOST_DESCRIBE_STRUCT(Shipped, (), (items))

constexpr double kMost = 1e12;

bool goes_by(const ItemFacts& item, const std::string& name) {
    return item.name == name || std::find(item.aliases.begin(), item.aliases.end(), name) != item.aliases.end();
}

struct NamedRow {
    std::string name, class_code, unit;
    std::int64_t grain = 1;
    bool returnable = false;
};
BOOST_DESCRIBE_STRUCT(NamedRow, (), (name, class_code, unit, grain, returnable))

std::vector<ItemFacts> named_items(store::Rows& rows) {
    std::vector<ItemFacts> all;
    for (auto& row :
         rows.select<NamedRow>("SELECT name, class_code, unit, grain, returnable FROM stock_item ORDER BY name"))
        all.push_back({row.name, {}, row.class_code, row.unit, row.grain, row.returnable, 0, {}});
    return all;
}

}  // namespace

const std::vector<ItemFacts>& shipped_items() {
    static const auto all = [] {
        auto read = from_json_text<Shipped>(shipped_items_json(), Unknown::refused);
        ensure(read.has_value(), "the shipped list of items reads");
        return std::move(read.value().items);
    }();
    return all;
}

std::optional<ItemFacts> item_facts(store::Rows& rows, const std::string& name) {
    for (const auto& item : shipped_items())
        if (goes_by(item, name)) return item;
    for (auto& item : named_items(rows))
        if (item.name == name) return std::move(item);
    return std::nullopt;
}

std::vector<ItemFacts> all_items(store::Rows& rows) {
    auto all = shipped_items();
    for (auto& item : named_items(rows)) all.push_back(std::move(item));
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.class_code < b.class_code; });
    return all;
}

std::string in_units(std::int64_t quantity, std::int64_t grain, const std::string& unit) {
    if (grain <= 1) return fmt::format("{} {}", quantity, unit);
    return fmt::format("{:g} {}", static_cast<double>(quantity) / static_cast<double>(grain), unit);
}

std::optional<std::int64_t> in_grains(double quantity, std::int64_t grain) {
    const double exact = quantity * static_cast<double>(grain);
    if (!std::isfinite(exact) || std::abs(exact) > kMost || std::abs(exact - std::round(exact)) > 1e-6)
        return std::nullopt;
    return static_cast<std::int64_t>(std::round(exact));
}

}  // namespace anlan::warehouse
