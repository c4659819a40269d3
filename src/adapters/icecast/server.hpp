#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace anlan::icecast {

/// [[node.icecast]]: a server that carries streams (流媒体服务器), and what it lets this station in by. The password
/// goes to this address and to no other, whatever address a terminal is registered with.
struct Server {
    std::string address;  ///< "host:port"
    std::string user = "source", password;

    std::string host() const { return address.substr(0, address.rfind(':')); }
    std::uint16_t port() const { return static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1))); }
};

/// What a server says of one of its mounts, by its public page /status-json.xsl.
struct Look {
    bool answered = false;                    ///< the server is there, whatever it said
    std::optional<bool> mounted{};            ///< none: it does not tell
    std::optional<std::int64_t> listeners{};  ///< none: it does not tell
};
/// Asks and waits.
Look look_at(const Server& server, const std::string& mount, std::chrono::seconds limit);

/// The same from the text of that page.
Look read_status(const std::string& json, const std::string& mount);

}  // namespace anlan::icecast
