#include "narrowband/text_code.hpp"

#include <unordered_map>
#include <vector>

#include "base/ensure.hpp"

namespace anlan::narrowband {

namespace {

constexpr std::string_view kDigits = "0123456789.-:/ %";
constexpr char32_t kChinese = 0x3000;  ///< 2^15 characters from here: punctuation, Han characters
constexpr char32_t kChineseEnd = kChinese + (1 << 15);
constexpr char32_t kLast = 0x10ffff;

/// The next character, or nothing for a byte that begins none; `text` is moved past it.
std::optional<char32_t> next_character(std::string_view& text) {
    const auto first = static_cast<unsigned char>(text.front());
    text.remove_prefix(1);
    const int more = first < 0x80 ? 0 : first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    if ((first >= 0x80 && first < 0xc2) || first > 0xf4 || text.size() < static_cast<std::size_t>(more))
        return std::nullopt;
    char32_t made = more == 0 ? first : first & (0x3f >> more);
    for (int i = 0; i < more; ++i) {
        const auto byte = static_cast<unsigned char>(text[static_cast<std::size_t>(i)]);
        if ((byte & 0xc0) != 0x80) return std::nullopt;
        made = made << 6 | (byte & 0x3f);
    }
    static constexpr char32_t kLeast[] = {0, 0x80, 0x800, 0x10000};
    if (made < kLeast[more] || made > kLast || (made >= 0xd800 && made < 0xe000)) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(more));
    return made;
}

void add_utf8(std::string& text, char32_t character) {
    if (character < 0x80) {
        text.push_back(static_cast<char>(character));
        return;
    }
    const int more = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
    static constexpr unsigned char kHead[] = {0, 0xc0, 0xe0, 0xf0};
    text.push_back(static_cast<char>(kHead[more] | (character >> (6 * more))));
    for (int i = more - 1; i >= 0; --i) text.push_back(static_cast<char>(0x80 | ((character >> (6 * i)) & 0x3f)));
}

struct Common {
    std::vector<char32_t> characters;
    std::unordered_map<char32_t, std::uint64_t> places;

    Common() {
        std::string_view left = kCommonCharacters;
        while (!left.empty()) {
            const auto character = next_character(left);
            ensure(character.has_value(), "the table is UTF-8");
            places.emplace(*character, characters.size());
            characters.push_back(*character);
        }
        ensure(characters.size() == 1024 && places.size() == 1024, "1,024 different characters");
    }
};

const Common& common() {
    static const Common table;
    return table;
}

struct Code {
    std::uint64_t value;
    int bits;
};

Code code_of(char32_t character) {
    if (character < 0x80)
        if (const auto digit = kDigits.find(static_cast<char>(character)); digit != std::string_view::npos)
            return {0b10 << 4 | digit, 6};
    if (const auto found = common().places.find(character); found != common().places.end()) return {found->second, 11};
    if (character >= kChinese && character < kChineseEnd) return {0b110 << 15 | (character - kChinese), 18};
    if (character < 0x80) return {0b1110 << 7 | character, 11};
    return {0b11110ULL << 21 | character, 26};
}

/// U+0000 … U+10FFFF but the surrogates.
bool is_character(char32_t character) {
    return character <= kLast && (character < 0xd800 || character >= 0xe000);
}

}  // namespace

void put_text(BitWriter& out, std::string_view text, std::size_t most_bits) {
    const auto end = out.size() + most_bits - kTextLeastBits;
    bool cut = false;
    while (!text.empty() && !cut) {
        const auto character = next_character(text);
        if (!character) continue;
        const auto code = code_of(*character);
        cut = out.size() + static_cast<std::size_t>(code.bits) > end;
        if (!cut) out.bits(code.value, code.bits);
    }
    out.bits(0b11111, 5);
    out.flag(cut);
}

std::string take_text(BitReader& in) {
    std::string text;
    while (in.ok()) {
        char32_t character = 0;
        if (!in.flag())
            character = common().characters[in.bits(10)];
        else if (!in.flag())
            character = static_cast<char32_t>(kDigits[in.bits(4)]);
        else if (!in.flag())
            character = kChinese + static_cast<char32_t>(in.bits(15));
        else if (!in.flag())
            character = static_cast<char32_t>(in.bits(7));
        else if (!in.flag())
            character = static_cast<char32_t>(in.bits(21));
        else {
            if (in.flag()) text += "…";
            return text;
        }
        if (!is_character(character)) in.fail();
        if (in.ok()) add_utf8(text, character);
    }
    return text;
}

}  // namespace anlan::narrowband
