#include "sip/keys.hpp"

#include <algorithm>
#include <string>

namespace anlan::sip {

namespace {

std::string lower(std::string_view text) {
    std::string made(text);
    std::transform(made.begin(), made.end(), made.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    return made;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n";
    const auto from = text.find_first_not_of(kBlank);
    return from == std::string_view::npos ? std::string_view{}
                                          : text.substr(from, text.find_last_not_of(kBlank) - from + 1);
}

std::optional<char> single_key(std::string_view text) {
    constexpr std::string_view kKeys = "0123456789*#ABCDabcd";
    text = trimmed(text);
    return text.size() == 1 && kKeys.find(text[0]) != std::string_view::npos ? std::optional(text[0]) : std::nullopt;
}

}  // namespace

std::optional<char> key_of_info(std::string_view type, std::string_view body) {
    const auto kind = lower(type);
    if (kind == "application/dtmf") return single_key(body);
    if (kind != "application/dtmf-relay") return std::nullopt;
    while (!body.empty()) {
        const auto end = std::min(body.find('\n'), body.size());
        const auto line = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        const auto equals = line.find('=');
        if (equals != std::string_view::npos && lower(trimmed(line.substr(0, equals))) == "signal")
            return single_key(line.substr(equals + 1));
    }
    return std::nullopt;
}

}  // namespace anlan::sip
