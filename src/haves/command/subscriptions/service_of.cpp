#include <algorithm>
#include <cctype>
#include <string_view>

#include "http/fetch.hpp"
#include "subscriptions/ports.hpp"

namespace anlan::subscriptions {

namespace {

constexpr std::size_t kAddressMost_bytes = 1'000;

bool is_this_machine(const std::string& host) {
    return host == "127.0.0.1" || host == "[::1]" || host == "localhost";
}

}  // namespace

std::optional<ServiceAddress> service_of(const std::string& endpoint) {
    if (endpoint.size() > kAddressMost_bytes || !http::is_address(endpoint)) return std::nullopt;
    const auto from = endpoint.find("://");
    const auto scheme = endpoint.substr(0, from);
    const auto end = std::min(endpoint.find_first_of("/?#", from + 3), endpoint.size());
    auto place = endpoint.substr(from + 3, end - from - 3);
    if (place.find('@') != std::string::npos) return std::nullopt;
    std::transform(place.begin(), place.end(), place.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto colon = place.find(':', place.starts_with('[') ? place.find(']') : 0);
    const auto host = place.substr(0, colon);
    if (scheme != "https" && !(scheme == "http" && is_this_machine(host))) return std::nullopt;
    if (place == host + ":443" && scheme == "https") place = host;
    return ServiceAddress{host, scheme + "://" + place};
}

}  // namespace anlan::subscriptions
