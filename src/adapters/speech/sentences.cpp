#include "speech/sentences.hpp"

#include <algorithm>

#include "speech/characters.hpp"
#include "speech/numbers.hpp"
#include "speech/readings.hpp"

namespace anlan::speech {

namespace {

constexpr std::u32string_view kStops = U"。！？；!?;\n\r…";
constexpr std::u32string_view kPauses = U"，、：,:（）()【】《》“”\"—～~";
constexpr std::u32string_view kInNumbers = U".:：-~～—%";

struct Unit {
    char32_t sign;
    std::u32string_view said;
};
constexpr Unit kUnits[] = {
    {U'℃', U"摄氏度"},
    {U'㎡', U"平方米"},
    {U'㎜', U"毫米"},
    {U'㎝', U"厘米"},
    {U'㎞', U"公里"},
    {U'㎏', U"公斤"},
    {U'№', U"第"},
    {U'％', U"%"},
    {U'〇', U"零"}};

/// Wide letters and digits as narrow ones, units in words.
std::u32string plain(std::u32string_view text) {
    std::u32string made;
    for (auto one : text) {
        const auto* unit =
            std::find_if(std::begin(kUnits), std::end(kUnits), [&](const Unit& u) { return u.sign == one; });
        if (unit != std::end(kUnits)) {
            made += unit->said;
            continue;
        }
        const bool wide = one >= U'\uFF10' && one <= U'\uFF5A' && one != U'：' && one != U'；' && one != U'？';
        made += wide ? one - 0xFEE0 : one;
    }
    return made;
}

bool among(std::u32string_view set, char32_t one) {
    return set.find(one) != std::u32string_view::npos;
}

/// A sign within a number is not the end of a sentence nor a pause.
bool within_number(std::u32string_view text, std::size_t at) {
    return among(kInNumbers, text[at]) && at > 0 && is_digit(text[at - 1]) &&
           (text[at] == U'%' || (at + 1 < text.size() && is_digit(text[at + 1])));
}

/// Only what a voice can say: the rest becomes a pause, or nothing.
std::u32string speakable(std::u32string_view text) {
    std::u32string made;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto one = text[at];
        if (is_han(one) || is_digit(one) || is_latin(one) || within_number(text, at))
            made += one;
        else if (among(kStops, one) || (one == U'.' && !made.empty() && is_latin(made.back())))
            made += U'。';
        else if (among(kPauses, one))
            made += U'，';
        else if (one == U' ' || one == U'\t' || one == U'\u3000')
            made += U' ';
    }
    return made;
}

/// Letters that stand for words of their own: GPS → G P S.
std::u32string letters_apart(std::u32string_view text) {
    std::u32string made;
    const auto capital = [](char32_t one) { return one >= U'A' && one <= U'Z'; };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && capital(text[at]) && capital(text[at - 1])) made += U' ';
        made += text[at];
    }
    return made;
}

bool says_something(std::u32string_view text) {
    return std::any_of(text.begin(), text.end(), [](char32_t c) { return is_han(c) || is_digit(c) || is_latin(c); });
}

Sentence finished(std::u32string_view piece) {
    const bool chinese = std::any_of(piece.begin(), piece.end(), [](char32_t c) { return is_han(c) || is_digit(c); });
    return chinese ? Sentence{text_of(with_readings(letters_apart(numbers_said(piece)))), true}
                   : Sentence{text_of(piece), false};
}

}  // namespace

std::vector<Sentence> sentences_of(const std::string& text) {
    const auto whole = speakable(plain(characters_of(text)));
    std::vector<Sentence> made;
    std::u32string piece;
    const auto close = [&] {
        if (says_something(piece)) made.push_back(finished(piece));
        piece.clear();
    };
    for (const auto one : whole) {
        const bool long_enough = piece.size() >= kSentenceMost / 2 && (one == U'，' || one == U' ');
        if (one == U'。' || long_enough || piece.size() >= kSentenceMost) close();
        if (one != U'。') piece += one;
    }
    close();
    return made;
}

}  // namespace anlan::speech
