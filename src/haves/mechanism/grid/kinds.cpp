#include "grid/kinds.hpp"

#include "base/ensure.hpp"

namespace anlan::grid {

std::string_view kinds_json();

const std::vector<ReportKind>& kinds() {
    static const auto all = [] {
        auto read = from_json_text<std::vector<ReportKind>>(std::string(kinds_json()));
        ensure(read.has_value(), "the kinds of reports read");
        return std::move(read.value());
    }();
    return all;
}

const ReportKind* find_kind(const std::string& key) {
    for (const auto& kind : kinds())
        if (kind.key == key) return &kind;
    return nullptr;
}

std::string kind_name(const std::string& key) {
    const auto* kind = find_kind(key);
    return kind != nullptr ? kind->zh : key;
}

}  // namespace anlan::grid
