#include "cap/hazards.hpp"

#include <algorithm>
#include <initializer_list>

#include "cap/hazard_table.hpp"

namespace anlan::cap {

namespace {

using warning::Colour;

constexpr auto kNowhere = std::string_view::npos;

std::string small_letters(std::string_view text) {
    std::string small(text);
    for (auto& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Where `word` stands in `text` after `from`; a word of letters only where a word begins.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
    auto at = text.find(word, from);
    while (at != kNowhere && is_letter(word.front()) && at > 0 && is_letter(text[at - 1])) at = text.find(word, at + 1);
    return at;
}

table::Word word_in(std::string_view text) {
    const auto small = small_letters(text);
    for (const auto& each : table::words())
        if (find_word(small, each.word, 0) != kNowhere) return each;
    return {};
}

table::Code code_named(std::string_view code) {
    for (const auto& each : table::codes())
        if (each.code == code) return each;
    return {};
}

std::string_view value_of(const Parameters& parameters, std::string_view name) {
    for (const auto& [each, value] : parameters)
        if (each == name) return value;
    return {};
}

/// "red" ends with its word: "reduced" is no colour. Chinese needs no such care.
bool ends_there(std::string_view text, std::size_t end) {
    return end >= text.size() || !is_letter(text[end]);
}

/// In a headline an English colour counts beside such a word: "Orange County" has no colour.
bool beside_signal(std::string_view text, std::size_t at, std::size_t end) {
    const auto before = text.substr(0, at);
    for (const std::string_view word : {"code ", "level ", "signal "})
        if (before.ends_with(word)) return true;
    const auto after = text.substr(std::min(end, text.size()));
    for (const std::string_view word : {" warning", " alert", " signal", " level", " typhoon", " rainstorm", " watch"})
        if (after.starts_with(word)) return true;
    return false;
}

/// The last colour named: a headline says what was before what is.
Colour colour_in(std::string_view text, bool headline) {
    const auto small = small_letters(text);
    auto found = Colour::none;
    std::size_t last = 0;
    for (const auto& each : table::colour_words()) {
        const bool english = is_letter(each.word.front());
        for (auto at = find_word(small, each.word, 0); at != kNowhere; at = find_word(small, each.word, at + 1)) {
            const auto end = at + each.word.size();
            if (english && (!ends_there(small, end) || (headline && !beside_signal(small, at, end)))) continue;
            if (found == Colour::none || at > last) {
                found = each.colour;
                last = at;
            }
        }
    }
    return found;
}

Colour colour_of_value(std::string_view value) {
    const auto small = small_letters(value);
    for (const auto& each : table::colour_values()) {
        const auto at = find_word(small, each.word, 0);
        if (at != kNowhere && ends_there(small, at + each.word.size())) return each.colour;
    }
    return Colour::none;
}

Colour colour_of_parameters(const Parameters& parameters) {
    for (const auto name : table::colour_parameters())
        for (const auto& [each, value] : parameters)
            if (small_letters(each) == name)
                if (const auto colour = colour_of_value(value); colour != Colour::none) return colour;
    return Colour::none;
}

Colour colour_of_severity(std::string_view severity) {
    for (const auto& each : table::severities())
        if (each.word == severity) return each.colour;
    return Colour::none;
}

}  // namespace

std::string hazard_of(const Signs& signs) {
    const auto ours = value_of(signs.parameters, "anlan:hazard");
    if (is_hazard(ours)) return std::string(ours);
    for (const auto text : {signs.event, signs.headline, value_of(signs.parameters, "awareness_type")})
        if (const auto word = word_in(text); !word.hazard.empty()) return std::string(word.hazard);
    for (const auto& code : signs.codes)
        if (const auto known = code_named(code); !known.hazard.empty()) return std::string(known.hazard);
    return "other";
}

Colour colour_of(const Signs& signs) {
    if (value_of(signs.parameters, "cn:color") == "None") return Colour::none;
    auto colour = colour_of_parameters(signs.parameters);
    if (colour == Colour::none) colour = colour_in(signs.event, false);
    if (colour == Colour::none) colour = colour_in(signs.headline, true);
    return colour == Colour::none ? colour_of_severity(signs.severity) : colour;
}

std::string event_of(std::string_view code, std::string_view headline) {
    const auto known = code_named(code);
    const auto word = word_in(headline);
    if (!known.event.empty() && (word.hazard.empty() || word.hazard == known.hazard)) return std::string(known.event);
    return std::string(word.word.empty() ? code : word.word);
}

std::string_view category_of(std::string_view hazard) {
    for (const auto& each : table::hazards())
        if (each.key == hazard) return each.category;
    return "Other";
}

bool is_hazard(std::string_view key) {
    return std::any_of(table::hazards().begin(), table::hazards().end(), [&](const auto& each) {
        return each.key == key;
    });
}

}  // namespace anlan::cap
