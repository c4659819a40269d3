#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace anlan::speech {

inline constexpr std::size_t kSentenceMost = 120;  ///< characters given to the voice at once

/// One breath, ready for the voice.
struct Sentence {
    std::string text;
    bool chinese = true;  ///< false: Latin letters only, for the English voice
    bool operator==(const Sentence&) const = default;
};

/// A text cut at its full stops and made speakable: numbers, times and units in words, known misreadings in pinyin;
/// emoji, signs and characters no voice knows left out. Of an empty or unspeakable text nothing is left.
std::vector<Sentence> sentences_of(const std::string& text);

}  // namespace anlan::speech
