#pragma once

#include <string>
#include <utility>
#include <vector>

namespace anlan::print {

/// A zip file of these parts (path, content), in this order. The same parts give the same bytes.
std::string zip_bytes(const std::vector<std::pair<std::string, std::string>>& parts);

}  // namespace anlan::print
