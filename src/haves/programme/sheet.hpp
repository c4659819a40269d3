#pragma once

#include <string>
#include <vector>

#include "base/reflect.hpp"

/// The acceptance sheet (验收评分表): what is asked of a station, with points. Data, versioned; POLICY.md §1.4.
namespace anlan::programme {

struct Item {
    std::string id;  ///< "A1": the have and a number
    std::string title_zh, title_en;
    double points = 0;
    std::string deduction, basis, evidence, on_site;
    std::string mode;  ///< 静 on paper, 动 tried, 静+动

    std::string have() const { return id.substr(0, 1); }
};
BOOST_DESCRIBE_STRUCT(Item, (), (id, title_zh, title_en, points, deduction, basis, evidence, on_site, mode))

/// One of the eight haves (八个有).
struct Have {
    std::string id, title_zh, title_en;
};
BOOST_DESCRIBE_STRUCT(Have, (), (id, title_zh, title_en))

struct Sheet {
    std::string version, valid_from, source;
    std::vector<Have> haves;
    std::vector<Item> items;
};
BOOST_DESCRIBE_STRUCT(Sheet, (), (version, valid_from, source, haves, items))

/// The sheet this program was built with.
const Sheet& shipped_sheet();
const Item* find_item(const std::string& id);

}  // namespace anlan::programme
