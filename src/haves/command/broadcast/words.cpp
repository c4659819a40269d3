#include "broadcast/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>

namespace anlan::broadcast {

namespace {

struct Character {
    char32_t code = 0;
    std::string text;
};

/// The character that begins at `at`, or nothing where the bytes are no UTF-8 (RFC 3629).
std::optional<Character> character_at(const std::string& text, std::size_t at) {
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const auto first = byte(at);
    if (first < 0x80) return Character{first, text.substr(at, 1)};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return std::nullopt;
    char32_t code = first & (0x7FU >> length);
    for (std::size_t next = at + 1; next < at + length; ++next) {
        if ((byte(next) & 0xC0U) != 0x80U) return std::nullopt;
        code = (code << 6U) | (byte(next) & 0x3FU);
    }
    static constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    if (code < kLeast[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return std::nullopt;
    return Character{code, text.substr(at, length)};
}

bool within(char32_t code, char32_t least, char32_t most) {
    return code >= least && code <= most;
}

bool is_control(char32_t code) {
    if (code == '\n') return false;
    return code < 0x20 || within(code, 0x7F, 0x9F) || within(code, 0x200B, 0x200F) || within(code, 0x202A, 0x202E) ||
           within(code, 0x2060, 0x206F) || code == 0xFEFF || within(code, 0xFFF0, 0xFFFB);
}

bool is_picture(char32_t code) {
    return within(code, 0x1F000, 0x1FAFF) || within(code, 0x2600, 0x27BF) || within(code, 0x2B00, 0x2BFF) ||
           within(code, 0xFE00, 0xFE0F) || code == 0x20E3 || within(code, 0xE0000, 0xE0FFF);
}

bool is_private(char32_t code) {
    return within(code, 0xE000, 0xF8FF) || code >= 0xF0000;
}

bool is_rare(char32_t code) {
    return within(code, 0x3400, 0x4DBF) || within(code, 0x20000, 0x323AF) || within(code, 0xF900, 0xFAFF);
}

Refusal named(
    const char* code, const std::string& field, const Character& character, std::int64_t place, const char* zh,
    const char* en
) {
    const auto point = fmt::format("U+{:04X}", static_cast<std::uint32_t>(character.code));
    const auto shown = is_control(character.code) ? point : character.text + " " + point;
    return refuse(
        code,
        field,
        fmt::format("第 {} 个字符（{}）是{}，喇叭念不出来，请删去", place, shown, zh),
        fmt::format("character {} ({}) is {}; no voice can say it, take it out", place, shown, en)
    );
}

}  // namespace

std::int64_t characters_in(const std::string& text) {
    std::int64_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        const auto found = character_at(text, at);
        if (!found) break;
        at += found->text.size();
    }
    return count;
}

Result<void> check_words(const std::string& text, const std::string& field, std::int64_t most) {
    std::int64_t place = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto found = character_at(text, at);
        ++place;
        if (!found)
            return refuse(
                "not_utf8", field, "文字编码有误，请重新输入", "the text is not written in UTF-8; type it again"
            );
        if (is_control(found->code))
            return named("control_character", field, *found, place, "控制字符", "a control character");
        if (is_picture(found->code)) return named("emoji", field, *found, place, "表情或图形符号", "an emoji");
        if (is_private(found->code))
            return named("private_character", field, *found, place, "自造字", "a font's own character");
        at += found->text.size();
    }
    if (place <= most) return done();
    return refuse(
        "too_long",
        field,
        fmt::format("共 {} 字，最多 {} 字，请精简", place, most),
        fmt::format("{} characters; at most {}, shorten it", place, most)
    );
}

std::vector<std::string> rare_characters(const std::string& text) {
    std::vector<std::string> rare;
    for (std::size_t at = 0; at < text.size();) {
        const auto found = character_at(text, at);
        if (!found) break;
        if (is_rare(found->code) && std::find(rare.begin(), rare.end(), found->text) == rare.end())
            rare.push_back(found->text);
        at += found->text.size();
    }
    return rare;
}

}  // namespace anlan::broadcast
