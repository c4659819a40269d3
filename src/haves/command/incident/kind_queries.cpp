#include "incident/kind_queries.hpp"

#include "base/ensure.hpp"

namespace anlan::incident {

std::string_view types_json();

const KindTable& kind_table() {
    static const auto table = [] {
        auto read = from_json_text<KindTable>(std::string(types_json()));
        ensure(read.has_value(), "the table of kinds of incidents reads");
        return std::move(read.value());
    }();
    return table;
}

const Kind* find_kind(const std::string& key) {
    for (const auto& kind : kind_table().kinds)
        if (kind.key == key) return &kind;
    return nullptr;
}

std::string class_in_words(IncidentClass kind_class) {
    switch (kind_class) {
        case IncidentClass::natural:
            return "自然灾害";
        case IncidentClass::accident:
            return "事故灾难";
        case IncidentClass::health:
            return "公共卫生";
        default:
            return "社会安全";
    }
}

const Kind* kind_suggested(const std::string& text) {
    const Kind* best = nullptr;
    std::size_t longest = 0;
    for (const auto& kind : kind_table().kinds)
        for (const auto& word : kind.words)
            if (word.size() > longest && text.find(word) != std::string::npos) {
                best = &kind;
                longest = word.size();
            }
    return best;
}

}  // namespace anlan::incident
