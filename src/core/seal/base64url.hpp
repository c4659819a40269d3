#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace anlan::seal {

/// The alphabet of URLs, without padding (RFC 4648, 5).
std::string to_base64url(std::string_view bytes);
/// Nothing for a letter outside the alphabet or a length that cannot be; padding is taken.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace anlan::seal
