#include "registers/import.hpp"

#include <algorithm>

#include "registers/table.hpp"

namespace anlan::registers {

namespace {

std::string lower(std::string text) {
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

const Field* field_of(const Register& description, const std::string& heading) {
    auto wanted = lower(trimmed(heading));
    if (!wanted.empty() && (wanted.back() == '*')) wanted = trimmed(wanted.substr(0, wanted.size() - 1));
    for (const auto& field : description.fields)
        if (wanted == lower(field.name) || wanted == field.title_zh || wanted == lower(field.title_en)) return &field;
    return nullptr;
}

/// A name that is found becomes a code; what is not found stays, so that its fault can be shown.
std::optional<FieldFault> look_up(const Field& field, json::object& values, const Lookups& lookups, store::Rows& rows) {
    const auto* value = values.if_contains(field.name);
    const auto& lookup = field.type == "area" ? lookups.area : lookups.person;
    if ((field.type != "area" && field.type != "person") || value == nullptr || !value->is_string() || !lookup)
        return std::nullopt;
    const std::string text(value->as_string());
    auto found = lookup(rows, text);
    if (!found.empty()) {
        values[field.name] = found;
        return std::nullopt;
    }
    if (field.type == "person")
        return FieldFault{
            field.name,
            field.title_zh + "：没有唯一的人员“" + text + "”，请先登记或填编号",
            field.title_en + ": there is not exactly one person “" + text + "”; add them first or enter the id"};
    return std::nullopt;
}

}  // namespace

ImportReport judge(
    const Table& table, const Register& description, const AreaCode& node, const Lookups& lookups, store::Rows& rows
) {
    ImportReport report;
    std::vector<const Field*> columns;
    for (const auto& heading : table.headings) {
        columns.push_back(field_of(description, heading));
        if (columns.back() == nullptr && !heading.empty()) report.columns_ignored.push_back(heading);
    }
    for (const auto& line : table.rows) {
        ImportRow row{line.line, {}, {}};
        for (std::size_t i = 0; i < line.cells.size() && i < columns.size(); ++i)
            if (columns[i] != nullptr && !line.cells[i].empty()) row.values[columns[i]->name] = line.cells[i];
        for (const auto& field : description.fields)
            if (auto fault = look_up(field, row.values, lookups, rows)) row.errors.push_back(std::move(*fault));
        auto checked = check_row(description, row.values, node);
        for (const auto& pair : checked.values) row.values[pair.key()] = pair.value();
        row.errors.insert(row.errors.end(), checked.faults.begin(), checked.faults.end());
        ++(row.errors.empty() ? report.good : report.bad);
        report.rows.push_back(std::move(row));
    }
    return report;
}

journal::Wish preview(ImportReport report, std::string actor) {
    auto decide = [report = std::move(report)](const journal::Desk&) -> Result<journal::Decision> {
        return journal::Decision{{}, "preview", to_json(report).as_object()};
    };
    return {World::real(), std::move(actor), std::move(decide), {}};
}

journal::Wish commit(ImportReport report, Register description, std::string actor) {
    if (report.bad > 0 || report.good == 0) return preview(std::move(report), std::move(actor));
    std::vector<json::object> values;
    for (const auto& row : report.rows) values.push_back(row.values);
    auto wish = put_rows(std::move(description), std::move(actor), std::move(values));
    report.committed = true;
    wish.decide = [put = std::move(wish.decide),
                   answer = to_json(report).as_object()](const journal::Desk& desk) -> Result<journal::Decision> {
        BOOST_OUTCOME_TRY(auto decision, put(desk));
        decision.answer = answer;
        return decision;
    };
    return wish;
}

}  // namespace anlan::registers
