#pragma once

#include <string>
#include <string_view>

#include "narrowband/bits.hpp"

/// Texts in few bits: 11 for one of the 1,024 characters that emergency desks use most, 6 for a digit, 18 for any other
/// Chinese character.
namespace anlan::narrowband {

/// 1,024 characters in UTF-8.
extern const char* const kCommonCharacters;

inline constexpr std::size_t kTextLeastBits = 6;  ///< of the empty text

/// Writes as much of the text as `most_bits` hold (at least kTextLeastBits). Broken UTF-8 is left out.
void put_text(BitWriter& out, std::string_view text, std::size_t most_bits);
/// A text that was cut ends with "…".
std::string take_text(BitReader& in);

}  // namespace anlan::narrowband
