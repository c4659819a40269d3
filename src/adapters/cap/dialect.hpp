#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace anlan::cap {

/// The forms of an alert this station reads. `national` is the Chinese one (POLICY 5.3).
enum class Dialect { cap_1_0, cap_1_1, cap_1_2, national };

/// By namespace; nothing for any other.
std::optional<Dialect> dialect_of(std::string_view name_space);

/// Whether the namespace of one stands anywhere in these bytes.
bool names_a_dialect(std::string_view bytes);

std::string_view version_of(Dialect dialect);  ///< "1.2", "CN"
std::string standard_of(Dialect dialect);      ///< "CAP 1.2", "CAP-CN"

inline constexpr std::string_view kCap12 = "urn:oasis:names:tc:emergency:cap:1.2";

}  // namespace anlan::cap
