#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/reflect.hpp"
#include "store/rows.hpp"

/// The policy pack (政策参数包): every clock and threshold is data with a source, never a constant (POLICY §14.1).
namespace anlan::policy {

/// The value in force now for this node; the nearest scope wins (own area, then the levels above, then the newest pack;
/// a node that has adopted none uses the shipped one). Asking for a key that no pack defines is a programmer's error.
double number(store::Rows& rows, const std::string& key);
std::string text(store::Rows& rows, const std::string& key);
std::chrono::seconds seconds(store::Rows& rows, const std::string& key);  ///< converts from the unit of the row

/// Seconds of so many units: s, min, h, d, month (a twelfth of a year), year. A working day (wd) counts as 7/5 of a
/// day.
std::chrono::seconds to_seconds(double value, const std::string& unit);

/// Whether any pack defines the key.
bool defined(store::Rows& rows, const std::string& key);

/// A row as people see it.
struct PolicyFacts {
    std::string key;
    json::value value;
    std::string unit, scope, source, clause, mark, valid_from, edited_by, title_zh, title_en;
    bool local = false;
};
BOOST_DESCRIBE_STRUCT(
    PolicyFacts, (), (key, value, unit, scope, source, clause, mark, valid_from, edited_by, title_zh, title_en, local)
)
std::vector<PolicyFacts> all_in_force(store::Rows& rows);  ///< by key
std::optional<PolicyFacts> in_force(store::Rows& rows, const std::string& key);

}  // namespace anlan::policy
