#include "speech/characters.hpp"

namespace anlan::speech {

namespace {

/// How many bytes a character has that begins so; 0: none begins so.
std::size_t length_of(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

}  // namespace

std::u32string characters_of(std::string_view text) {
    std::u32string made;
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at]);
        const auto length = length_of(first);
        bool whole = length > 0 && at + length <= text.size();
        char32_t one = length == 1 ? first : first & (0x7FU >> length);
        for (std::size_t i = 1; whole && i < length; ++i) {
            const auto next = static_cast<unsigned char>(text[at + i]);
            whole = (next & 0xC0U) == 0x80U;
            one = (one << 6) | (next & 0x3FU);
        }
        if (whole) made.push_back(one);
        at += whole ? length : 1;
    }
    return made;
}

std::string text_of(std::u32string_view characters) {
    std::string made;
    for (const auto one : characters) {
        if (one < 0x80) {
            made.push_back(static_cast<char>(one));
            continue;
        }
        const int more = one < 0x800 ? 1 : one < 0x10000 ? 2 : 3;
        static constexpr unsigned kFirst[] = {0, 0xC0, 0xE0, 0xF0};
        made.push_back(static_cast<char>(kFirst[more] | (one >> (6 * more))));
        for (int i = more - 1; i >= 0; --i) made.push_back(static_cast<char>(0x80 | ((one >> (6 * i)) & 0x3F)));
    }
    return made;
}

bool is_han(char32_t one) {
    return (one >= 0x4E00 && one <= 0x9FFF) || (one >= 0x3400 && one <= 0x4DBF) || one == U'〇';
}
bool is_digit(char32_t one) {
    return one >= U'0' && one <= U'9';
}
bool is_latin(char32_t one) {
    return (one >= U'a' && one <= U'z') || (one >= U'A' && one <= U'Z');
}

}  // namespace anlan::speech
