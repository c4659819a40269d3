#include "policy/pack.hpp"

#include <map>

namespace anlan::policy {

std::string_view shipped_pack_json();

const AdoptPack& shipped_pack() {
    static const AdoptPack pack = [] {
        auto read = from_json_text<AdoptPack>(shipped_pack_json());
        ensure(read.has_value(), "the shipped policy pack reads");
        return std::move(read.value());
    }();
    return pack;
}

const PolicyRow* shipped_row(const std::string& key) {
    static const auto by_key = [] {
        std::map<std::string, const PolicyRow*> rows;
        for (const auto& row : shipped_pack().rows) rows.emplace(row.key, &row);
        return rows;
    }();
    const auto found = by_key.find(key);
    return found == by_key.end() ? nullptr : found->second;
}

}  // namespace anlan::policy
