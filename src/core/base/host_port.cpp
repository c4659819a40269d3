#include "base/host_port.hpp"

#include <algorithm>
#include <charconv>

namespace anlan {

namespace {

constexpr std::size_t kHostMost = 253;  ///< RFC 1035

bool in_a_host(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
}

}  // namespace

bool is_host(std::string_view text) {
    return !text.empty() && text.size() <= kHostMost && std::ranges::all_of(text, in_a_host);
}

std::optional<HostPort> read_host_port(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || !is_host(text.substr(0, colon))) return std::nullopt;
    HostPort made{std::string(text.substr(0, colon))};
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + colon + 1, end, made.port);
    if (read.ec != std::errc() || read.ptr != end || made.port == 0) return std::nullopt;
    return made;
}

}  // namespace anlan
