#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anlan::plan {

/// The known word that was probably meant, nothing if none is near (a third of its letters may differ).
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace anlan::plan
