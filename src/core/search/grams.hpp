#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace anlan::search {

/// Text as it is compared: full-width letters and signs as ASCII, small letters, what is no letter, digit or
/// ideograph as one blank.
std::string folded(std::string_view text);

/// The pairs of neighbouring characters of a folded text, each once, sorted. None spans a blank.
std::vector<std::string> grams_of(std::string_view folded);

/// The words of a question: folded, split at blanks; those of a single character are left out.
std::vector<std::string> words_of(std::string_view question);

inline constexpr std::int64_t kBlock = 1024;  ///< findings in a block

/// Places within a block (0 … kBlock-1) as text, two characters each, and back.
void add_place(std::string& places, std::int64_t place);
std::vector<std::int64_t> places_of(std::string_view places);

}  // namespace anlan::search
