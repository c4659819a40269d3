#include "broadcast/patterns.hpp"

#include "base/ensure.hpp"
#include "organisation/queries.hpp"

namespace anlan::broadcast {

std::string_view patterns_json();

namespace {

constexpr std::string_view kArea = "{area}";

std::string names_of(const std::vector<AreaCode>& zones, store::Rows& rows) {
    std::string names;
    for (const auto& zone : zones) names += (names.empty() ? "" : "、") + organisation::area_name(rows, zone);
    return names;
}

}  // namespace

const std::vector<Pattern>& all_patterns() {
    static const auto all = [] {
        auto read = from_json_text<std::vector<Pattern>>(patterns_json(), Unknown::refused);
        ensure(read.has_value(), "the shipped templates of broadcasts read");
        return std::move(read.value());
    }();
    return all;
}

const Pattern* find_pattern(const std::string& id) {
    for (const auto& each : all_patterns())
        if (each.id == id) return &each;
    return nullptr;
}

std::string filled(const Pattern& pattern, const std::vector<AreaCode>& zones, store::Rows& rows) {
    auto text = pattern.text;
    const auto names = names_of(zones, rows);
    for (auto at = text.find(kArea); at != std::string::npos; at = text.find(kArea, at + names.size()))
        text.replace(at, kArea.size(), names);
    return text;
}

}  // namespace anlan::broadcast
