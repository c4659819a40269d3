#include "narrowband/gsm_form.hpp"

#include <algorithm>
#include <vector>

#include "base/ensure.hpp"

namespace anlan::narrowband {

namespace {

constexpr std::string_view kAlphabet =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#%&'()*+,-./:;<=>?";
static_assert(kAlphabet.size() == 81);
constexpr unsigned kBase = 81;

Refusal unreadable_text() {
    return refuse("frame_damaged", "", "不是完整的窄带报文", "this is no whole narrow-band frame");
}

/// Fewest characters that hold so many bytes: 8 / log2(81) each.
std::size_t characters_for(std::size_t bytes) {
    constexpr double kPerByte = 1.26186;  // ln 256 / ln 81, rounded up
    return static_cast<std::size_t>(static_cast<double>(bytes) * kPerByte) + (bytes == 0 ? 0 : 1);
}

/// Multiplies a number of digits in one base by `factor` and adds; what does not fit is returned.
unsigned multiply_add(std::vector<unsigned>& digits, unsigned base, unsigned factor, unsigned add) {
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        const auto sum = *digit * factor + add;
        *digit = sum % base;
        add = sum / base;
    }
    return add;
}

}  // namespace

std::string to_gsm(std::string_view bytes) {
    ensure(bytes.size() <= kGsmBytes, "a frame for the text form fits it");
    std::vector<unsigned> digits(characters_for(bytes.size()), 0);
    for (const auto byte : bytes) multiply_add(digits, kBase, 256, static_cast<unsigned char>(byte));
    std::string text;
    for (const auto digit : digits) text.push_back(kAlphabet[digit]);
    return text;
}

Result<std::string> from_gsm(std::string_view text) {
    if (text.size() > kGsmCharacters) return unreadable_text();
    std::size_t bytes = 0;
    while (characters_for(bytes + 1) <= text.size()) ++bytes;
    if (bytes == 0 || characters_for(bytes) != text.size()) return unreadable_text();
    std::vector<unsigned> digits(bytes, 0);
    for (const auto character : text) {
        const auto place = kAlphabet.find(character);
        if (place == std::string_view::npos) return unreadable_text();
        if (multiply_add(digits, 256, kBase, static_cast<unsigned>(place)) != 0) return unreadable_text();
    }
    std::string made;
    for (const auto digit : digits) made.push_back(static_cast<char>(digit));
    return made;
}

}  // namespace anlan::narrowband
