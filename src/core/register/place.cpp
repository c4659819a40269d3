#include "registers/place.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "registers/import.hpp"

namespace anlan::registers {

namespace {

std::optional<std::size_t> column_of(const Table& table, const Register& description, std::string_view name) {
    for (std::size_t i = 0; i < table.headings.size(); ++i)
        if (const auto* field = field_of(description, table.headings[i]); field != nullptr && field->name == name)
            return i;
    return std::nullopt;
}

std::optional<double> number_in(const TableRow& row, std::size_t column) {
    if (column >= row.cells.size()) return std::nullopt;
    const auto& text = row.cells[column];
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

Table brought_home(Table table, const Register& description, geo::Datum datum) {
    const auto lon = column_of(table, description, "lon"), lat = column_of(table, description, "lat");
    if (!lon || !lat || datum == geo::Datum::wgs84) return table;
    for (auto& row : table.rows) {
        const auto x = number_in(row, *lon), y = number_in(row, *lat);
        if (!x || !y || !geo::plausible({*x, *y})) continue;
        const auto place = geo::to_house({*x, *y}, datum);
        row.cells[*lon] = fmt::format("{:.7f}", place.lon);
        row.cells[*lat] = fmt::format("{:.7f}", place.lat);
    }
    return table;
}

}  // namespace anlan::registers
