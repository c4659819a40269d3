#include "registers/import.hpp"

#include <algorithm>

#include "registers/queries.hpp"
#include "registers/table.hpp"

namespace anlan::registers {

namespace {

std::string lower(std::string text) {
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
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

/// The values that tell a row apart, as one text; empty if one of them is missing.
std::string key_of(const Register& description, const json::object& values) {
    std::string key;
    for (const auto& name : description.keys) {
        const auto* value = values.if_contains(name);
        if (value == nullptr) return {};
        key += (value->is_string() ? std::string(value->as_string()) : json::serialize(*value)) + "\n";
    }
    return key;
}

/// Finds the rows that are here already. A key that stands twice in one file is a fault: nobody knows which is right.
void match(ImportReport& report, const Register& description, const AreaCode& node, store::Rows& rows) {
    std::map<std::string, std::string> here;
    if (!description.keys.empty())
        for (const auto& kept : kept_rows(rows, description.name, node))
            here.emplace(key_of(description, kept.values), kept.id);
    std::map<std::string, int> seen;
    for (auto& row : report.rows) {
        const auto key = key_of(description, row.values);
        if (!key.empty()) {
            const auto [first, fresh] = seen.emplace(key, row.line);
            if (!fresh)
                row.errors.push_back(
                    {description.keys.front(),
                     "与第 " + std::to_string(first->second) + " 行是同一条，请只留一行",
                     "the same as line " + std::to_string(first->second) + "; leave one of them out"}
                );
            const auto known = here.find(key);
            if (known != here.end()) row.id = known->second;
        }
        if (!row.errors.empty()) continue;
        row.change = row.id.empty() ? "new" : would_change(rows, description, row.id, row.values) ? "changed" : "same";
        ++(row.change == "new" ? report.created : row.change == "changed" ? report.changed : report.same);
    }
}

}  // namespace

const Field* field_of(const Register& description, const std::string& heading) {
    auto wanted = lower(trimmed(heading));
    if (!wanted.empty() && (wanted.back() == '*')) wanted = trimmed(wanted.substr(0, wanted.size() - 1));
    for (const auto& field : description.fields)
        if (wanted == lower(field.name) || wanted == field.title_zh || wanted == lower(field.title_en)) return &field;
    return nullptr;
}

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
        report.rows.push_back(std::move(row));
    }
    match(report, description, node, rows);
    for (const auto& row : report.rows) ++(row.errors.empty() ? report.good : report.bad);
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
    std::vector<Merged> merged;
    for (const auto& row : report.rows)
        if (row.change != "same") merged.push_back({row.id, row.values});
    auto wish = merge_rows(std::move(description), std::move(actor), std::move(merged));
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
