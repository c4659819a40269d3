#include "seal/base64url.hpp"

#include <cstdint>

#include "seal/seal.hpp"

namespace anlan::seal {

std::string to_base64url(std::string_view bytes) {
    auto text = to_base64(bytes);
    while (!text.empty() && text.back() == '=') text.pop_back();
    for (auto& c : text) c = c == '+' ? '-' : c == '/' ? '_' : c;
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    static constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    while (!text.empty() && text.back() == '=') text.remove_suffix(1);
    if (text.size() % 4 == 1) return std::nullopt;
    std::string bytes;
    std::uint32_t kept = 0;
    int bits = 0;
    for (const char c : text) {
        const auto value = kLetters.find(c);
        if (value == std::string_view::npos) return std::nullopt;
        kept = (kept << 6) | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes.push_back(static_cast<char>((kept >> bits) & 0xff));
    }
    return bytes;
}

}  // namespace anlan::seal
