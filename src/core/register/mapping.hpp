#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/reflect.hpp"
#include "registers/ports.hpp"

namespace anlan::registers {

/// How an export of another system is read into one of our lists. Data: the headings that system writes, the field each
/// belongs to, and its words for ours.
struct Mapping {
    std::string key, list, zh, en;
    std::string source;                                               ///< where the headings are known from
    std::map<std::string, std::string> columns;                       ///< heading → field
    std::map<std::string, std::map<std::string, std::string>> words;  ///< field → their word → ours
};
BOOST_DESCRIBE_STRUCT(Mapping, (), (key, list, zh, en, source, columns, words))

/// The mapping of this list that knows most of the headings, two at least; null if none does, and the list's own
/// headings are meant.
const Mapping* mapping_for(
    const std::vector<Mapping>& all, const std::string& list, const std::vector<std::string>& headings
);

/// The table with our fields for headings and our words in the cells. What the mapping does not know stays.
Table translated(Table table, const Mapping& mapping);

}  // namespace anlan::registers
