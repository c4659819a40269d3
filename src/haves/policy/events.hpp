#pragma once

#include "base/area.hpp"
#include "journal/event.hpp"

/// The policy pack as it was taken over and changed. Both go down, so a town follows its county.
namespace anlan::policy {

/// One clock or threshold. `value` is a number or a text; `mark` says how well it is founded: S plan, L law, F found in
/// practice, R recalled, P local agreement (POLICY, table of marks).
struct PolicyRow {
    std::string key;
    json::value value;
    std::string unit;  ///< s, min, h, d, wd, month, year; anything else is no time
    std::string title_zh, title_en;
    std::string source, clause, mark;
    bool local = false;  ///< a town may change it for itself
};
BOOST_DESCRIBE_STRUCT(PolicyRow, (), (key, value, unit, title_zh, title_en, source, clause, mark, local))

struct PolicyAdopted {
    static constexpr journal::EventKind kKind{"policy.adopted", 1, journal::Share::down};
    std::string name;
    std::int64_t version = 0;
    std::string valid_from;
    std::vector<PolicyRow> rows;
};
BOOST_DESCRIBE_STRUCT(PolicyAdopted, (), (name, version, valid_from, rows))

struct PolicyChanged {
    static constexpr journal::EventKind kKind{"policy.changed", 1, journal::Share::down};
    std::string key;
    json::value value;
    std::string unit;
    AreaCode scope;  ///< the node whose value it is, and of all below it
    std::string source, clause, mark, valid_from;
};
BOOST_DESCRIBE_STRUCT(PolicyChanged, (), (key, value, unit, scope, source, clause, mark, valid_from))

}  // namespace anlan::policy
