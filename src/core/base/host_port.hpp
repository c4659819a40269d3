#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anlan {

struct HostPort {
    std::string host;
    std::uint16_t port = 0;
    bool operator==(const HostPort&) const = default;
};

/// A name or an IPv4 address: letters, digits, '-', '_' and '.', at most 253.
bool is_host(std::string_view text);
/// "host:port", the port from 1 to 65535; nothing when it is anything else.
std::optional<HostPort> read_host_port(std::string_view text);

}  // namespace anlan
