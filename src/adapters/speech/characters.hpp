#pragma once

#include <string>
#include <string_view>

namespace anlan::speech {

/// Code points; bytes that are no UTF-8 are left out.
std::u32string characters_of(std::string_view text);
std::string text_of(std::u32string_view characters);

/// A Chinese character that a voice may know (unified ideographs and extension A, 〇).
bool is_han(char32_t one);
bool is_digit(char32_t one);
bool is_latin(char32_t one);

}  // namespace anlan::speech
