#include <charconv>

#include "organisation/commands.hpp"
#include "registers/table.hpp"

namespace anlan::organisation {

namespace {

std::optional<double> degrees(const std::string& text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

Refusal unreadable(int line) {
    return refuse(
        "areas_unreadable",
        "",
        "区划表第 " + std::to_string(line) + " 行读不懂，应为：代码,名称,上级,经度,纬度",
        "line " + std::to_string(line) +
            " of the areas cannot be read; it holds code, name, parent, longitude, latitude"
    );
}

}  // namespace

Result<AdoptAreas> areas_from_csv(std::string_view csv) {
    BOOST_OUTCOME_TRY(const auto table, registers::parse_csv(csv));
    AdoptAreas wish;
    for (const auto& row : table.rows) {
        if (row.cells.size() < 3) return unreadable(row.line);
        const auto code = parse_area(row.cells[0]);
        if (!code || row.cells[1].empty()) return unreadable(row.line);
        AreaEntry area{code.value(), row.cells[1], {}, {}, {}};
        if (const auto parent = parse_area(row.cells[2])) area.parent = parent.value();
        if (row.cells.size() >= 5) {
            area.lon = degrees(row.cells[3]);
            area.lat = degrees(row.cells[4]);
        }
        wish.areas.push_back(std::move(area));
    }
    return wish;
}

}  // namespace anlan::organisation
