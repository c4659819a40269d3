#pragma once

#include "programme/finding.hpp"
#include "programme/registers.hpp"

/// Questions that several measures put to the station's lists.
namespace anlan::programme {

/// A document of this kind in force today: none, or the one issued last.
std::optional<Document> document_in_force(const Ground& ground, const std::string& kind);
std::vector<Equipment> equipment_of(const Ground& ground, const std::string& kind);
/// Good checks of this kind of equipment since a day, oldest first.
std::vector<EquipmentCheck> good_checks(const Ground& ground, const std::string& kind, const std::string& since);
/// Months of the last `count` whole or begun ones (newest first, "YYYY-MM") that none of the days falls in.
std::vector<std::string> months_without(const Ground& ground, const std::vector<std::string>& days, int count);

/// "缺 3 个" loses so much each.
Measured short_of(std::int64_t present, std::int64_t wanted, double each);

}  // namespace anlan::programme
