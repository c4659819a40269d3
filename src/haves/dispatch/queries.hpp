#pragma once

#include "dispatch/records.hpp"

/// What other rooms may ask: beside this, the records of each dispatch.
namespace anlan::dispatch {

/// Of one item, in its smallest unit, over everything that left a store for one purpose.
struct SpentItem {
    std::string item, unit;
    std::int64_t grain = 1, issued = 0, returned = 0, used = 0;
    std::int64_t short_of = 0;  ///< what this node's stores now lack to their minimum
};
BOOST_DESCRIBE_STRUCT(SpentItem, (), (item, unit, grain, issued, returned, used, short_of))

/// 消耗小结: what a response or incident took from the stores, what it cost, and what was learnt.
struct Spent {
    std::vector<SpentItem> items;
    std::int64_t dispatches = 0, cost_fen = 0;
    std::vector<std::string> lessons;
    bool elsewhere = false;  ///< some came from stores whose books are not here: what they took back is not known here
};
BOOST_DESCRIBE_STRUCT(Spent, (), (items, dispatches, cost_fen, lessons, elsewhere))

/// `origin`: the response or incident named by slips and dispatches. What is still out counts as used.
Spent spent_on(store::Rows& rows, const World& world, const std::string& origin);

}  // namespace anlan::dispatch
