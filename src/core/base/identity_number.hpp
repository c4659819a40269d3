#pragma once

#include <string>
#include <string_view>

#include "base/reflect.hpp"

namespace anlan {

/// Whether these 18 characters are a citizen's identity number (公民身份号码, GB 11643-1999): a birth date that exists
/// and the right check digit (ISO 7064, MOD 11-2).
bool is_identity_number(std::string_view text);

/// The text with eighteen stars for every identity number in it. What merely looks like one (a document's number
/// without the right check digit, eighteen digits within more) stays.
std::string without_identity_numbers(std::string_view text);

/// Does so in every string of the value. Returns whether there was one.
bool hide_identity_numbers(json::value& value);

}  // namespace anlan
