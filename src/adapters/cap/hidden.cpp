#include "cap/hidden.hpp"

#include <array>
#include <cstdint>
#include <optional>

#include "cap/dialect.hpp"
#include "cap/element.hpp"

namespace anlan::cap {

namespace {

constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// The shortest alert is far longer than this.
constexpr std::size_t kShortest = 80;

std::string_view trimmed(std::string_view words) {
    const auto first = words.find_first_not_of(kBlanks);
    return first == std::string_view::npos ? std::string_view() : words.substr(first);
}

/// Nothing when any sign is none of base64's.
std::optional<std::string> from_base64(std::string_view words) {
    static const auto values = [] {
        std::array<std::int8_t, 256> all{};
        all.fill(-1);
        for (std::size_t i = 0; i < kBase64.size(); ++i)
            all[static_cast<unsigned char>(kBase64[i])] = static_cast<std::int8_t>(i);
        return all;
    }();
    std::string bytes;
    bytes.reserve(words.size() / 4 * 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : words) {
        if (kBlanks.find(c) != std::string_view::npos || c == '=') continue;
        const auto value = values[static_cast<unsigned char>(c)];
        if (value < 0) return std::nullopt;
        bits = (bits << 6) | static_cast<std::uint32_t>(value);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes.push_back(static_cast<char>(bits >> count));
    }
    return bytes;
}

/// The words are Unicode by now, whatever the declaration inside them says.
std::string_view without_declaration(std::string_view words) {
    if (!words.starts_with("<?xml")) return words;
    const auto end = words.find("?>");
    return end == std::string_view::npos ? words : trimmed(words.substr(end + 2));
}

bool may_hold_alerts(std::string_view words) {
    for (const auto* sign : {"alert", "<feed", "<rss", ":feed"})
        if (words.find(sign) != std::string_view::npos) return true;
    return false;
}

std::optional<std::string> hidden_in(const std::string& words) {
    if (words.size() < kShortest) return std::nullopt;
    if (words.front() == '<') {
        const auto inside = without_declaration(words);
        return may_hold_alerts(inside) ? std::optional(std::string(inside)) : std::nullopt;
    }
    auto bytes = from_base64(words);
    if (!bytes) return std::nullopt;
    std::string_view start = *bytes;
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    const bool wide = start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
    if (!wide && (!trimmed(start).starts_with('<') || !may_hold_alerts(start))) return std::nullopt;
    return bytes;
}

}  // namespace

std::vector<std::string> hidden_documents(const Element& root) {
    std::vector<std::string> all;
    for (const auto& leaf : root.leaves_outside("alert"))
        if (auto found = hidden_in(leaf.text())) all.push_back(std::move(*found));
    return all;
}

bool names_an_alert(std::string_view bytes) {
    return bytes.find("alert") != std::string_view::npos && names_a_dialect(bytes);
}

}  // namespace anlan::cap
