#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/reflect.hpp"
#include "store/rows.hpp"

namespace anlan::warehouse {

/// 品目. See data/warehouse/README.md.
struct ItemFacts {
    std::string name;
    std::vector<std::string> aliases;
    std::string class_code, unit;
    std::int64_t grain = 1;
    bool returnable = false;
    std::int64_t shelf_months = 0;
    std::string minimum_key;
};
BOOST_DESCRIBE_STRUCT(ItemFacts, (), (name, aliases, class_code, unit, grain, returnable, shelf_months, minimum_key))

/// The shipped list.
const std::vector<ItemFacts>& shipped_items();
/// By name or alias: shipped, or named here.
std::optional<ItemFacts> item_facts(store::Rows& rows, const std::string& name);
/// Shipped ones and those named here, by class and name.
std::vector<ItemFacts> all_items(store::Rows& rows);

/// "12 台", "1.5 升".
std::string in_units(std::int64_t quantity, std::int64_t grain, const std::string& unit);
/// Smallest units of so many `unit`; nothing when that is not a whole number of them.
std::optional<std::int64_t> in_grains(double quantity, std::int64_t grain);

}  // namespace anlan::warehouse
