#include "search/grams.hpp"

#include <algorithm>

namespace anlan::search {

namespace {

constexpr std::int64_t kDigits = 64;
constexpr char kFirst =
    '0';  // '0' … 'o': 64 signs that need no escape in JSON or SQL but the backslash, which is one of them

/// The next character; the bytes of broken UTF-8 each count as a blank.
char32_t next(std::string_view& text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto first = byte(0);
    const std::size_t more = first < 0x80   ? 0
                             : first < 0xC0 ? 9
                             : first < 0xE0 ? 1
                             : first < 0xF0 ? 2
                             : first < 0xF8 ? 3
                                            : 9;
    if (more == 0 || more >= text.size()) {
        text.remove_prefix(1);
        return more == 0 ? first : U' ';
    }
    char32_t code = first & (0x3FU >> more);
    for (std::size_t i = 1; i <= more; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            text.remove_prefix(1);
            return U' ';
        }
        code = (code << 6U) | (byte(i) & 0x3FU);
    }
    text.remove_prefix(more + 1);
    constexpr char32_t kLeast[] = {0, 0x80, 0x800, 0x10000};
    if (code < kLeast[more] || code > 0x10FFFF) return U' ';
    return code;
}

void append(std::string& to, char32_t code) {
    if (code < 0x80) {
        to.push_back(static_cast<char>(code));
    } else if (code < 0x800) {
        to.push_back(static_cast<char>(0xC0U | (code >> 6U)));
        to.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
    } else if (code < 0x10000) {
        to.push_back(static_cast<char>(0xE0U | (code >> 12U)));
        to.push_back(static_cast<char>(0x80U | ((code >> 6U) & 0x3FU)));
        to.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
    } else {
        to.push_back(static_cast<char>(0xF0U | (code >> 18U)));
        to.push_back(static_cast<char>(0x80U | ((code >> 12U) & 0x3FU)));
        to.push_back(static_cast<char>(0x80U | ((code >> 6U) & 0x3FU)));
        to.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
    }
}

/// The character it is compared as; a blank for what separates.
char32_t fold(char32_t code) {
    if (code >= 0xFF01 && code <= 0xFF5E) code -= 0xFEE0;
    if (code >= U'A' && code <= U'Z') return code + 32;
    const bool word = (code >= U'a' && code <= U'z') || (code >= U'0' && code <= U'9');
    if (word) return code;
    const bool sign = code < 0xC0 || (code >= 0x2000 && code < 0x2E80) || (code >= 0x3000 && code < 0x3005) ||
                      (code >= 0x3008 && code < 0x3021) || (code >= 0xFE30 && code < 0xFE50) || code >= 0xFFE0;
    return sign && code < 0x10000 ? U' ' : code;
}

std::size_t character_bytes(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto code = fold(next(text));
        if (code == U' ' && (out.empty() || out.back() == ' ')) continue;
        append(out, code);
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::vector<std::string> grams_of(std::string_view folded) {
    std::vector<std::string> grams;
    std::size_t before = 0;  // bytes of the character before; 0: none
    for (std::size_t at = 0; at < folded.size();) {
        const auto bytes = folded[at] == ' ' ? 0 : character_bytes(folded[at]);
        if (bytes > 0 && before > 0) grams.emplace_back(folded.substr(at - before, before + bytes));
        before = bytes;
        at += std::max<std::size_t>(bytes, 1);
    }
    std::ranges::sort(grams);
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    return grams;
}

std::vector<std::string> words_of(std::string_view question) {
    std::vector<std::string> words;
    const auto text = folded(question);
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        auto word = text.substr(at, end - at);
        if (!word.empty() && character_bytes(word[0]) < word.size()) words.push_back(std::move(word));
        at = end + 1;
    }
    return words;
}

void add_place(std::string& places, std::int64_t place) {
    places.push_back(static_cast<char>(kFirst + place / kDigits));
    places.push_back(static_cast<char>(kFirst + place % kDigits));
}

std::vector<std::int64_t> places_of(std::string_view places) {
    std::vector<std::int64_t> all;
    all.reserve(places.size() / 2);
    for (std::size_t i = 0; i + 1 < places.size(); i += 2)
        all.push_back((places[i] - kFirst) * kDigits + (places[i + 1] - kFirst));
    return all;
}

}  // namespace anlan::search
