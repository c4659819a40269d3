#include "incident/forms_book.hpp"

namespace anlan::incident {

namespace {

documents::Cell cell_of(const json::value& value) {
    if (value.is_null()) return {};
    if (value.is_number()) return documents::Cell::of(value.to_number<double>());
    if (const auto* text = value.if_string()) return std::string(*text);
    if (const auto* yes = value.if_bool()) return *yes ? "是" : "否";
    return json::serialize(value);
}

}  // namespace

documents::Workbook book_of(const ReportFacts& report, const Sender& sender) {
    documents::Workbook book;
    for (const auto& mapping : mappings()) {
        const auto values = mapped(mapping, report, sender);
        documents::Sheet sheet{mapping.zh, {}, {}, {}, {{}}};  // the other system reads from the first line on
        for (const auto& field : mapping.fields) {
            sheet.columns.push_back({field.title.empty() ? field.name : field.title});
            sheet.rows[0].push_back(cell_of(values.at(field.name)));
        }
        book.sheets.push_back(std::move(sheet));
    }
    return book;
}

}  // namespace anlan::incident
