#include "cap/markup.hpp"

#include <cstdint>
#include <utility>

#include "cap/element.hpp"

namespace anlan::cap {

namespace {

/// How many bytes of a character that XML 1.0 allows stand at the front; 0 if none does.
std::size_t allowed(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return lead >= 0x20 || lead == '\t' || lead == '\n' || lead == '\r' ? 1 : 0;
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < size) return 0;
    std::uint32_t point = lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0) != 0x80) return 0;
        point = point << 6 | (next & 0x3F);
    }
    const bool overlong = (size == 3 && point < 0x800) || (size == 4 && point < 0x10000);
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (overlong || surrogate || point > 0x10FFFF || (point & 0xFFFE) == 0xFFFE) return 0;
    return size;
}

void escape(std::string_view text, std::string& out) {
    for (const char c : text) switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '\r':  // a reader would make it a line feed
                out += "&#13;";
                break;
            default:
                out += c;
        }
}

}  // namespace

std::string clean(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    while (!text.empty()) {
        const auto size = allowed(text);
        kept += text.substr(0, size);
        text.remove_prefix(size == 0 ? 1 : size);
    }
    const auto first = kept.find_first_not_of(kBlanks);
    if (first == std::string::npos) return {};
    return kept.substr(first, kept.find_last_not_of(kBlanks) - first + 1);
}

Markup::Markup() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void Markup::indent() {
    out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

void Markup::open(std::string_view name, std::string_view attributes) {
    indent();
    out_.append("<").append(name);
    if (!attributes.empty()) out_.append(" ").append(attributes);
    out_ += ">\n";
    ++depth_;
}

void Markup::close(std::string_view name) {
    --depth_;
    indent();
    out_.append("</").append(name).append(">\n");
}

void Markup::leaf(std::string_view name, std::string_view text) {
    indent();
    out_.append("<").append(name).append(">");
    escape(clean(text), out_);
    out_.append("</").append(name).append(">\n");
}

void Markup::leaf_unless_empty(std::string_view name, std::string_view text) {
    if (!text.empty()) leaf(name, text);
}

void Markup::pair(std::string_view name, std::string_view key, std::string_view value) {
    open(name);
    leaf("valueName", key);
    leaf("value", value);
    close(name);
}

}  // namespace anlan::cap
