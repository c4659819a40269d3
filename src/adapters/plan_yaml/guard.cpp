#include "plan_yaml/guard.hpp"

#include <algorithm>

namespace anlan::plan_yaml {

namespace {

bool continues(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

std::size_t ascii_bytes(unsigned char c) {
    return (c >= 0x20 && c != 0x7F) || c == '\n' || c == '\t' || c == '\r';
}

/// Decodes two to four bytes; 0 for overlong forms, surrogates, C1 controls and what Unicode does not have.
std::size_t wide_bytes(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    char32_t value = lead & (size == 4 ? 0x07U : size == 3 ? 0x0FU : 0x1FU);
    for (std::size_t i = 1; i < size; ++i) {
        if (!continues(text, i)) return 0;
        value = (value << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    constexpr char32_t kLeast[] = {0, 0, 0xA0, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    const bool line_separator = value == 0x2028 || value == 0x2029 || value == 0xFEFF;
    return value < kLeast[size] || value > 0x10FFFF || surrogate || line_separator ? 0 : size;
}

plan::PlanFault fault(int line, int column, const char* code, const char* zh, const char* en) {
    return {line, column, code, zh, en};
}

/// Where in the text a byte is.
Place place_of(std::string_view text, std::size_t at) {
    const auto before = text.substr(0, at);
    const auto line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    Place place{static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1, 1};
    for (auto i = line_start; i < at; ++i) place.column += !continues(text, i);
    return place;
}

}  // namespace

std::size_t character_bytes(std::string_view text) {
    if (text.empty()) return 0;
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return ascii_bytes(lead);
    return lead < 0xC2 || lead > 0xF4 ? 0 : wide_bytes(text);
}

std::optional<plan::PlanFault> refuse_text(std::string_view text, const Limits& limits) {
    if (text.size() > limits.text_bytes)
        return fault(0, 0, "too_large", "预案正文超过 1 MB，请删减附图或拆成几份", "the text is over 1 MB");
    bool at_line_start = true;
    for (std::size_t i = 0; i < text.size();) {
        const auto size = character_bytes(text.substr(i));
        const auto place = size == 0 || (at_line_start && text[i] == '\t') ? place_of(text, i) : Place{};
        if (size == 0)
            return fault(
                place.line,
                place.column,
                "not_text",
                "不是 UTF-8 文本，或含有控制字符",
                "it is not UTF-8 text, or has control characters"
            );
        if (at_line_start && text[i] == '\t')
            return fault(
                place.line, place.column, "tab_indent", "缩进请用空格，不要用制表符", "indent with blanks, not tabs"
            );
        if (text[i] == '\n')
            at_line_start = true;
        else if (text[i] != ' ')
            at_line_start = false;
        i += size;
    }
    return std::nullopt;
}

}  // namespace anlan::plan_yaml
