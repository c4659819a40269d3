#pragma once

#include <optional>
#include <string_view>

namespace anlan::sip {

/// The key that an INFO of a call speaks of: application/dtmf-relay ("Signal=1"), or application/dtmf ("1").
std::optional<char> key_of_info(std::string_view type, std::string_view body);

}  // namespace anlan::sip
