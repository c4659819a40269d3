#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/area.hpp"
#include "base/strong.hpp"
#include "base/world.hpp"
#include "store/rows.hpp"
#include "warehouse/catalogue.hpp"
#include "warehouse/records.hpp"
#include "warehouse/registers.hpp"

/// What other rooms may ask: beside this, the list of items, the records of the books, and the lists that are kept.
namespace anlan::warehouse {

/// 仓库, from the register of stores.
struct StoreFacts {
    std::string id, name;
    AreaCode area;
    std::string address, rooms;
    std::optional<double> lon, lat;
    PersonId keeper, second;
    std::string node;  ///< empty: this node's
};
BOOST_DESCRIBE_STRUCT(StoreFacts, (), (id, name, area, address, rooms, lon, lat, keeper, second))

std::vector<StoreFacts> own_stores(store::Rows& rows);
/// With those of the nodes below, where `node` is the code of the town.
std::vector<StoreFacts> all_stores(store::Rows& rows);
std::optional<StoreFacts> store_facts(store::Rows& rows, const std::string& id);

/// What lies in the stores of this node, a row for each batch and store, in people's units.
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

/// How a store's keeping stands, for readiness: items below their minimum, of how many that have one; the last count
/// that was approved; loans that are late.
struct Keeping {
    std::int64_t with_minimum = 0, below = 0, overdue = 0;
    std::optional<Instant> counted_at;
};
Keeping keeping_of(store::Rows& rows, const std::string& today);

/// What of one item a store of this county can give: for dispatch.
struct Available {
    std::string store, node, item;
    std::int64_t usable = 0;
};
std::vector<Available> available(store::Rows& rows, const World& world, const std::string& today);
/// The least a node keeps of each item; "" is this node.
std::map<std::string, std::int64_t> least_of(store::Rows& rows, const std::string& node);

}  // namespace anlan::warehouse
