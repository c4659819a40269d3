#include "icecast/server.hpp"

#include <boost/json.hpp>

#include "http/fetch.hpp"

namespace anlan::icecast {

namespace {

namespace json = boost::json;

constexpr int kWell = 200;
constexpr std::size_t kStatusBytesMost = 1024 * 1024;

/// One mount stands there alone, several in a list.
std::optional<std::int64_t> listeners_of(const json::value& source, const std::string& mount) {
    const auto* one = source.if_object();
    if (one == nullptr) return std::nullopt;
    const auto* url = one->if_contains("listenurl");
    const auto* count = one->if_contains("listeners");
    if (url == nullptr || !url->is_string() || count == nullptr || !count->is_int64()) return std::nullopt;
    if (!std::string(url->get_string()).ends_with("/" + mount)) return std::nullopt;
    return count->get_int64();
}

}  // namespace

Look read_status(const std::string& text, const std::string& mount) {
    Look made{true, {}, {}};
    json::error_code fault;
    const auto whole = json::parse(text, fault);
    if (fault || !whole.is_object()) return made;
    const auto* stats = whole.get_object().if_contains("icestats");
    if (stats == nullptr || !stats->is_object()) return made;
    made.mounted = false;
    const auto* source = stats->get_object().if_contains("source");
    if (source == nullptr) return made;
    if (const auto* list = source->if_array()) {
        for (const auto& each : *list)
            if (const auto count = listeners_of(each, mount)) made.mounted = true, made.listeners = count;
    } else if (const auto count = listeners_of(*source, mount)) {
        made.mounted = true;
        made.listeners = count;
    }
    return made;
}

Look look_at(const Server& server, const std::string& mount, std::chrono::seconds limit) {
    const auto page = http::fetch("http://" + server.address + "/status-json.xsl", {}, limit, kStatusBytesMost);
    if (!page) return {page.error().code == "body_too_large", {}, {}};
    return page.value().status == kWell ? read_status(page.value().body, mount) : Look{true, {}, {}};
}

}  // namespace anlan::icecast
