#pragma once

#include <span>
#include <string_view>

#include "warning/ports.hpp"

/// What people write, and what it means here. To teach the station a word, add a line.
namespace anlan::cap::table {

struct Hazard {
    std::string_view key, category;
};
struct Word {
    std::string_view word;  ///< Chinese as written; others in small letters, matched at the start of a word
    std::string_view hazard;
};
struct Code {
    std::string_view code, event, hazard;
};
struct ColourWord {
    std::string_view word;
    warning::Colour colour;
};

std::span<const Hazard> hazards();
std::span<const Word> words();  ///< the first that is found counts: the narrow ones stand first
std::span<const Code> codes();  ///< POLICY 5.4
std::span<const std::string_view> colour_parameters();
std::span<const ColourWord> colour_values();  ///< in such a parameter
std::span<const ColourWord> colour_words();   ///< in an event or a headline
std::span<const ColourWord> severities();

}  // namespace anlan::cap::table
