#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

/// A frame as text, for ways that carry only text: 81 characters that are the same in the GSM 03.38 alphabet and in
/// ASCII and that no gateway changes. 160 of them (140 octets of seven bits) hold 126 bytes.
namespace anlan::narrowband {

inline constexpr std::size_t kGsmCharacters = 160;
inline constexpr std::size_t kGsmBytes = 126;

/// At most kGsmBytes.
std::string to_gsm(std::string_view bytes);
/// Refuses `frame_damaged` for anything that to_gsm does not write.
Result<std::string> from_gsm(std::string_view text);

}  // namespace anlan::narrowband
