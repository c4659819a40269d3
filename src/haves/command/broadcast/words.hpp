#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

/// What may be said over a loudspeaker. Nothing is dropped in silence: what cannot be spoken is named and refused.
namespace anlan::broadcast {

/// Characters (code points) of the text; of text that is no UTF-8, those before the fault.
std::int64_t characters_in(const std::string& text);

/// Refuses, naming character and place: `not_utf8`, `too_long` (more than `most` characters), `control_character`
/// (but line ends), `emoji` and other pictures, `private_character` (a font's own, which no voice knows). Rare
/// characters of the great dictionaries (CJK extensions) are taken.
Result<void> check_words(const std::string& text, const std::string& field, std::int64_t most);

/// Rare characters in it, each once, which the voice may not know: they are to be heard before the release.
std::vector<std::string> rare_characters(const std::string& text);

}  // namespace anlan::broadcast
