#include <algorithm>

#include "base/reflect.hpp"
#include "registers/table.hpp"

namespace anlan::registers {

namespace {

Refusal no_list() {
    return refuse(
        "table_unreadable",
        "",
        "JSON 里没有记录列表：应为 [{…}, {…}] 或 {\"data\": [{…}]}",
        "the JSON holds no list of records: [{…}, {…}] or {\"data\": [{…}]} is wanted"
    );
}

/// The list itself, or the only list of objects one or two steps down, under whatever name the other system uses.
const json::array* list_in(const json::value& value, int depth = 0) {
    if (const auto* list = value.if_array()) return list;
    const auto* object = value.if_object();
    if (object == nullptr || depth == 2) return nullptr;
    for (const auto& pair : *object)
        if (const auto* found = list_in(pair.value(), depth + 1)) return found;
    return nullptr;
}

/// A feature of GeoJSON as a record: its properties, and lon and lat of its point. Lines and areas have no one place.
json::object record_of(const json::object& feature) {
    const auto* properties = feature.if_contains("properties");
    auto record = properties != nullptr && properties->is_object() ? properties->as_object() : json::object();
    boost::system::error_code fault;
    const json::value whole(feature);
    const auto* type = whole.find_pointer("/geometry/type", fault);
    const auto* lon = whole.find_pointer("/geometry/coordinates/0", fault);
    const auto* lat = whole.find_pointer("/geometry/coordinates/1", fault);
    const bool point = type != nullptr && *type == "Point" && lon != nullptr && lat != nullptr;
    if (!point || !lon->is_number() || !lat->is_number()) return record;
    record["lon"] = *lon;
    record["lat"] = *lat;
    return record;
}

std::string cell_of(const json::value& value) {
    if (value.is_null()) return {};
    if (const auto* text = value.if_string()) return neutralised(trimmed(*text));
    return json::serialize(value);
}

}  // namespace

Result<Table> parse_json_table(std::string_view text) {
    BOOST_OUTCOME_TRY(const auto parsed, parse_json(text));
    const auto* list = list_in(parsed);
    if (list == nullptr) return no_list();
    if (list->empty()) return refuse("table_empty", "", "表格是空的", "the table is empty");
    if (list->size() > kTableRowsMax)
        return refuse("table_too_large", "", "最多 10000 条，请分几次导入", "at most 10,000 records");
    Table table;
    int line = 0;
    for (const auto& each : *list) {
        if (!each.is_object()) return no_list();
        const bool feature = each.as_object().contains("geometry") && each.as_object().contains("properties");
        const auto record = feature ? record_of(each.as_object()) : each.as_object();
        TableRow row{++line, std::vector<std::string>(table.headings.size())};
        for (const auto& pair : record) {
            const std::string name(pair.key());
            auto at = static_cast<std::size_t>(std::ranges::find(table.headings, name) - table.headings.begin());
            if (at == table.headings.size()) {
                if (at == kTableColumnsMax) continue;
                table.headings.push_back(name);
                row.cells.emplace_back();
            }
            row.cells[at] = cell_of(pair.value());
            if (row.cells[at].size() > kCellBytesMax)
                return refuse("table_unreadable", "", "单元格内容过长", "a cell is too long");
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace anlan::registers
