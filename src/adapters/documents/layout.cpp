#include "print/layout.hpp"

#include <algorithm>

namespace anlan::print {

namespace {

/// Bytes of the character that begins here; 0 if none properly does.
std::size_t character_bytes(std::string_view text) {
    const auto first = static_cast<unsigned char>(text[0]);
    const std::size_t bytes = first < 0x80   ? 1
                              : first < 0xC2 ? 0
                              : first < 0xE0 ? 2
                              : first < 0xF0 ? 3
                              : first < 0xF5 ? 4
                                             : 0;
    if (bytes == 0 || bytes > text.size()) return 0;
    for (std::size_t i = 1; i < bytes; ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) return 0;
    const auto second = bytes > 1 ? static_cast<unsigned char>(text[1]) : 0U;
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool beyond = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
    return overlong || beyond ? 0 : bytes;
}

bool is_noncharacter(std::string_view character) {
    return character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
}

}  // namespace

double width_of(std::string_view utf8) {
    double width = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            width += 0.5;
        else if ((byte & 0xC0U) != 0x80U)
            width += 1;
    }
    return width;
}

double head_size(std::string_view issuer, double spread_points) {
    const double characters = std::max(1.0, width_of(issuer));
    return std::clamp((kCoreWidth - spread_points * characters) / characters, 18.0, 54.0);
}

SignPlace sign_place(const documents::Official& document) {
    const double signature = width_of(document.signature), date = width_of(document.date);
    if (!document.seal_place) {
        // The date begins two characters after the signature does; neither leaves the line.
        const double signature_right = std::max(2.0, 2 + date + 2 - signature);
        return {signature_right, std::max(0.0, signature_right + signature - 2 - date)};
    }
    if (signature <= date) return {4 + (date - signature) / 2, 4};
    return {4, 4 + (signature - date) / 2};
}

std::vector<std::string> attachment_lines(const documents::Official& document) {
    std::vector<std::string> lines;
    const auto& names = document.attachments;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto number = names.size() == 1 ? std::string() : std::to_string(i + 1) + ". ";
        lines.push_back((i == 0 ? "附件：" : "") + number + printable(names[i]));
    }
    return lines;
}

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto bytes = character_bytes(text);
        if (bytes == 0 || is_noncharacter(text.substr(0, bytes))) {
            out += "\xEF\xBF\xBD";
            text.remove_prefix(std::max<std::size_t>(bytes, 1));
            continue;
        }
        const auto first = static_cast<unsigned char>(text[0]);
        if (first >= 0x20 ? first != 0x7F : first == '\n' || first == '\t') out += text.substr(0, bytes);
        text.remove_prefix(bytes);
    }
    return out;
}

}  // namespace anlan::print
