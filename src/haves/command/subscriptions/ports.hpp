#pragma once

#include <functional>
#include <optional>
#include <string>

/// What the room asks of whoever carries messages to devices.
namespace anlan::subscriptions {

/// Both empty: this station sends none.
struct PushService {
    /// The station's public key, in base64url, for the browser to subscribe with (applicationServerKey).
    std::function<std::string()> key{};
    /// Whether messages go to this host.
    std::function<bool(const std::string& host)> serves{};
};

/// Where a push service is reached.
struct ServiceAddress {
    std::string host;    ///< in small letters
    std::string origin;  ///< "https://host" or "https://host:port"
};

/// Nothing for what is no whole https address; http is taken on this machine only (127.0.0.1, [::1], localhost).
std::optional<ServiceAddress> service_of(const std::string& endpoint);

}  // namespace anlan::subscriptions
