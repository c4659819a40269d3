#pragma once

#include <string>
#include <string_view>

namespace anlan::speech {

/// Words that the voice reads wrongly, replaced by their pinyin; the longest word first.
std::u32string with_readings(std::u32string_view text);

}  // namespace anlan::speech
