#include "speech/numbers.hpp"

#include "speech/characters.hpp"

namespace anlan::speech {

namespace {

constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
constexpr std::size_t kYearDigits = 4, kTelephoneDigits = 5, kCardinalDigits = 12;
constexpr std::u32string_view kBeforeTelephone = U"打拨话线警";
constexpr std::u32string_view kCounted =
    U"个人名小天次米点公户辆艘条处层时袋箱台";  ///< 两, not 二, stands before these

std::u32string_view run_from(std::u32string_view text, std::size_t at) {
    auto end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return text.substr(at, end - at);
}

/// Up to four digits; `inner`: higher ones came before, so that noughts in front are said.
std::u32string thousands(std::u32string_view digits, bool inner) {
    static constexpr std::u32string_view kPlaces[] = {U"", U"十", U"百", U"千"};
    std::u32string made;
    bool nought = false;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const auto value = digits[i] - U'0';
        const auto place = digits.size() - 1 - i;
        if (value == 0) {
            nought = true;
            continue;
        }
        if (nought && (inner || !made.empty())) made += U'零';
        nought = false;
        if (!(value == 1 && place == 1 && made.empty() && !inner)) made += kDigits[value];
        made += kPlaces[place];
    }
    return made;
}

char32_t at_or_none(std::u32string_view text, std::size_t at) {
    return at < text.size() ? text[at] : U'\0';
}

/// Says the number that begins at `at` and moves behind it.
struct Reading {
    std::u32string_view text;
    std::size_t at;
    std::u32string said{};

    bool time_of_day() {
        const auto hours = run_from(text, at);
        const auto after = at + hours.size();
        if (hours.size() > 2 || (at_or_none(text, after) != U':' && at_or_none(text, after) != U'：')) return false;
        const auto minutes = run_from(text, after + 1);
        if (minutes.size() != 2) return false;
        said += hour(hours) + U"点";
        if (minutes == U"00")
            said += U"整";
        else
            said += (minutes[0] == U'0' ? U"零" : U"") + cardinal(minutes) + U"分";
        at = after + 1 + minutes.size();
        return true;
    }

    static std::u32string hour(std::u32string_view digits) {
        return digits == U"2" || digits == U"02" ? std::u32string(U"两") : cardinal(digits);
    }

    void amount() {
        const auto whole = run_from(text, at);
        auto end = at + whole.size();
        std::u32string words = cardinal(whole);
        const bool decimal = at_or_none(text, end) == U'.' && is_digit(at_or_none(text, end + 1));
        if (decimal) {
            const auto parts = run_from(text, end + 1);
            words += U"点" + one_by_one(parts, false);
            end += 1 + parts.size();
        }
        const auto next = at_or_none(text, end);
        if (next == U'%') {
            said += U"百分之";
            ++end;
        } else if (!decimal && whole == U"2" && next != U'\0' && kCounted.find(next) != std::u32string_view::npos) {
            words = U"两";
        }
        said += words;
        at = end;
    }

    void number() {
        const auto digits = run_from(text, at);
        const auto end = at + digits.size();
        const bool decimal = at_or_none(text, end) == U'.' && is_digit(at_or_none(text, end + 1));
        const bool after_call = at > 0 && kBeforeTelephone.find(text[at - 1]) != std::u32string_view::npos;
        if (time_of_day()) return;
        if (!decimal && digits.size() == kYearDigits && at_or_none(text, end) == U'年') {
            said += one_by_one(digits, false);
        } else if (!decimal && (digits.size() >= kTelephoneDigits || (after_call && digits.size() >= 3) || (digits.size() > 1 && digits[0] == U'0'))) {
            const bool tail = at > 0 && text[at - 1] == U'-';                     // of 0595-88880000
            const bool round = digits.ends_with(U"000") && !after_call && !tail;  // 20000 people
            said += round ? cardinal(digits) : one_by_one(digits, true);
        } else {
            return amount();
        }
        at = end;
        if (at_or_none(text, at) == U'-' && run_from(text, at + 1).size() >= kTelephoneDigits) ++at;  // 0595-88880000
    }
};

}  // namespace

std::u32string one_by_one(std::u32string_view digits, bool telephone) {
    std::u32string made;
    for (const auto digit : digits) made += telephone && digit == U'1' ? U'幺' : kDigits[digit - U'0'];
    return made;
}

std::u32string cardinal(std::u32string_view digits) {
    if (digits.size() > kCardinalDigits) return one_by_one(digits, false);
    static constexpr std::u32string_view kGroups[] = {U"", U"万", U"亿"};
    std::u32string made;
    auto group = (digits.size() + 3) / 4;
    for (std::size_t at = 0; group-- > 0;) {
        const auto size = digits.size() - at - group * 4;
        const auto said = thousands(digits.substr(at, size), !made.empty());
        if (!said.empty()) made.append(said).append(kGroups[group]);
        at += size;
    }
    return made.empty() ? U"零" : made;
}

std::u32string numbers_said(std::u32string_view text) {
    Reading reading{text, 0};
    while (reading.at < text.size()) {
        const auto one = text[reading.at];
        if (is_digit(one)) {
            reading.number();
            continue;
        }
        const bool between =
            reading.at > 0 && is_digit(text[reading.at - 1]) && is_digit(at_or_none(text, reading.at + 1));
        if (between && (one == U'-' || one == U'~' || one == U'～' || one == U'—'))
            reading.said += U'至';
        else
            reading.said += one;
        ++reading.at;
    }
    return reading.said;
}

}  // namespace anlan::speech
