#pragma once

#include <optional>
#include <string_view>

#include "plan_yaml/tree.hpp"

namespace anlan::plan_yaml {

/// Refuses what is no plan at all, before the YAML library sees it: too large, not UTF-8, control characters, tabs as
/// indentation.
std::optional<plan::PlanFault> refuse_text(std::string_view text, const Limits& limits);

/// Length of the UTF-8 character at the front; 0 if it is none, or one that no text should hold.
std::size_t character_bytes(std::string_view text);

}  // namespace anlan::plan_yaml
