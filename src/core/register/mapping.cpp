#include "registers/mapping.hpp"

#include <algorithm>

#include "registers/table.hpp"

namespace anlan::registers {

namespace {

constexpr std::ptrdiff_t kKnownLeast = 2;

std::ptrdiff_t known(const Mapping& mapping, const std::vector<std::string>& headings) {
    return std::ranges::count_if(headings, [&](const auto& each) { return mapping.columns.contains(trimmed(each)); });
}

}  // namespace

const Mapping* mapping_for(
    const std::vector<Mapping>& all, const std::string& list, const std::vector<std::string>& headings
) {
    const Mapping* best = nullptr;
    std::ptrdiff_t most = kKnownLeast - 1;
    for (const auto& each : all) {
        if (each.list != list) continue;
        const auto count = known(each, headings);
        if (count > most) best = &each, most = count;
    }
    return best;
}

Table translated(Table table, const Mapping& mapping) {
    for (std::size_t column = 0; column < table.headings.size(); ++column) {
        const auto field = mapping.columns.find(trimmed(table.headings[column]));
        if (field == mapping.columns.end()) continue;
        table.headings[column] = field->second;
        const auto words = mapping.words.find(field->second);
        if (words == mapping.words.end()) continue;
        for (auto& row : table.rows) {
            if (column >= row.cells.size()) continue;
            const auto ours = words->second.find(row.cells[column]);
            if (ours != words->second.end()) row.cells[column] = ours->second;
        }
    }
    return table;
}

}  // namespace anlan::registers
