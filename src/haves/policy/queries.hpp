#pragma once

#include <chrono>
#include <string>

#include "store/rows.hpp"

/// The policy pack (政策参数包): every clock and threshold is data with a source, never a constant (POLICY §14.1).
namespace anlan::policy {

/// The value in force now for this node; the nearest scope wins (own area, then the levels above). Asking for a key that
/// no pack defines is a programmer's error.
double number(store::Rows& rows, const std::string& key);
std::string text(store::Rows& rows, const std::string& key);
std::chrono::seconds seconds(store::Rows& rows, const std::string& key);  ///< converts from the unit of the row

}  // namespace anlan::policy
