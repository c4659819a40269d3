#include "http/router.hpp"

#include <array>
#include <vector>

namespace anlan::http {

struct Router::Segment {
    std::map<std::string, std::unique_ptr<Segment>, std::less<>> plain;
    std::unique_ptr<Segment> any;
    std::array<int, 4> endpoints{-1, -1, -1, -1};
    std::array<std::vector<std::string>, 4> names;
};

namespace {

constexpr std::array<const char*, 4> kWords{"GET", "POST", "PUT", "DELETE"};

std::string_view next_segment(std::string_view& path) {
    while (path.starts_with('/')) path.remove_prefix(1);
    const auto end = std::min(path.find('/'), path.size());
    const auto segment = path.substr(0, end);
    path.remove_prefix(end);
    return segment;
}

}  // namespace

Router::Router() : root_(std::make_unique<Segment>()) {}
Router::~Router() = default;

void Router::add(Method method, std::string_view pattern, int endpoint) {
    auto* at = root_.get();
    std::vector<std::string> names;
    for (auto segment = next_segment(pattern); !segment.empty(); segment = next_segment(pattern)) {
        const bool value = segment.starts_with('{');
        if (value) names.emplace_back(segment.substr(1, segment.size() - 2));
        auto& next = value ? at->any : at->plain[std::string(segment)];
        if (!next) next = std::make_unique<Segment>();
        at = next.get();
    }
    at->endpoints[static_cast<std::size_t>(method)] = endpoint;
    at->names[static_cast<std::size_t>(method)] = std::move(names);
}

Match Router::find(Method method, std::string_view path) const {
    const auto* at = root_.get();
    std::vector<std::string> values;
    for (auto segment = next_segment(path); !segment.empty(); segment = next_segment(path)) {
        const auto plain = at->plain.find(segment);
        if (plain != at->plain.end()) {
            at = plain->second.get();
        } else if (at->any) {
            values.emplace_back(segment);
            at = at->any.get();
        } else {
            return {};
        }
    }
    Match match;
    match.endpoint = at->endpoints[static_cast<std::size_t>(method)];
    for (std::size_t i = 0; i < kWords.size() && match.endpoint < 0; ++i)
        if (at->endpoints[i] >= 0) match.allow += (match.allow.empty() ? "" : ", ") + std::string(kWords[i]);
    if (match.endpoint < 0) return match;
    const auto& names = at->names[static_cast<std::size_t>(method)];
    for (std::size_t i = 0; i < names.size() && i < values.size(); ++i) match.path_values[names[i]] = values[i];
    return match;
}

}  // namespace anlan::http
