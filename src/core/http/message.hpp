#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anlan::http {

enum class Method { get, post, put, del };

/// One request, read whole (bodies are limited by ServerLimits before this exists).
struct Request {
    Method method = Method::get;
    std::string path;                          ///< decoded, without query: "/api/v1/calls"
    std::map<std::string, std::string> query;  ///< decoded; the last of a repeated name wins
    std::string body;
    std::string content_type;     ///< without parameters, lower case: "application/json"
    std::string accept_language;  ///< raw header
    std::string idempotency_key;  ///< raw header: the sender's own name for what it sends
    std::string bearer;           ///< token of Authorization: Bearer, or else of the cookie anlan_session; may be empty
    bool from_cookie = false;     ///< the token came by cookie (then Origin must match for anything but GET)
    std::string origin, host;
    std::string peer_address;  ///< "127.0.0.1"
    bool tls = false;
    std::map<std::string, std::string> path_values;  ///< filled by the router: {id} → value

    std::string query_value(const std::string& name, std::string otherwise = {}) const {
        const auto found = query.find(name);
        return found == query.end() ? std::move(otherwise) : found->second;
    }
};

struct Answer {
    int status = 200;
    std::string content_type = "application/json; charset=utf-8";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;  ///< beside the ones the server always sends
};

}  // namespace anlan::http
