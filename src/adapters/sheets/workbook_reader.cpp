#include "sheets/workbook_reader.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <pugixml.hpp>

#include "registers/table.hpp"
#include "sheets/archive.hpp"
#include "sheets/number_text.hpp"

namespace anlan::sheets {

namespace {

using registers::Table;
using registers::TableRow;

/// Some programs write every element with a prefix; only the part after it counts.
std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    for (const auto& each : node.children())
        if (local_name(each) == name) return each;
    return {};
}

/// All text of a rich text, without the reading aids of phonetic runs.
std::string rich_text(const pugi::xml_node& node) {
    std::string text;
    for (const auto& each : node.children()) {
        if (local_name(each) == "t") text += each.text().get();
        if (local_name(each) == "r") text += child(each, "t").text().get();
    }
    return text;
}

/// 0 of "A7", 27 of "AB1"; -1 if it names no column.
int column_of(std::string_view reference) {
    int column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + (c - 'A' + 1);
        if (column > 20'000) return -1;
    }
    return column - 1;
}

struct Workbook {
    std::vector<std::string> shared;
    std::vector<bool> style_is_date;  ///< by cell style
    bool from_1904 = false;
    std::string sheet_part = "xl/worksheets/sheet1.xml";
};

Result<bool> load(const Archive& archive, const std::string& name, pugi::xml_document& into) {
    BOOST_OUTCOME_TRY(const auto content, archive.part(name));
    if (!content) return false;
    if (!into.load_buffer(content->data(), content->size())) return sheet_unreadable();
    return true;
}

Result<void> read_outline(const Archive& archive, Workbook& book) {
    pugi::xml_document document, relations;
    BOOST_OUTCOME_TRY(const bool found, load(archive, "xl/workbook.xml", document));
    if (!found) return sheet_unreadable();
    const auto root = document.document_element();
    const std::string_view dates = child(root, "workbookPr").attribute("date1904").as_string();
    book.from_1904 = dates == "1" || dates == "true";
    std::string relation;
    for (const auto& attribute : child(child(root, "sheets"), "sheet").attributes())
        if (std::string_view(attribute.name()).ends_with(":id")) relation = attribute.value();
    BOOST_OUTCOME_TRY(const bool related, load(archive, "xl/_rels/workbook.xml.rels", relations));
    if (!related) return done();
    for (const auto& each : relations.document_element().children())
        if (relation == each.attribute("Id").as_string()) {
            const std::string target = each.attribute("Target").as_string();
            book.sheet_part = target.starts_with('/') ? target.substr(1) : "xl/" + target;
        }
    return done();
}

Result<void> read_strings(const Archive& archive, Workbook& book) {
    pugi::xml_document document;
    BOOST_OUTCOME_TRYV(load(archive, "xl/sharedStrings.xml", document));
    for (const auto& item : document.document_element().children())
        if (local_name(item) == "si") book.shared.push_back(rich_text(item));
    return done();
}

Result<void> read_styles(const Archive& archive, Workbook& book) {
    pugi::xml_document document;
    BOOST_OUTCOME_TRYV(load(archive, "xl/styles.xml", document));
    const auto root = document.document_element();
    std::map<int, std::string> codes;
    for (const auto& format : child(root, "numFmts").children())
        codes[format.attribute("numFmtId").as_int()] = format.attribute("formatCode").as_string();
    for (const auto& style : child(root, "cellXfs").children()) {
        const int id = style.attribute("numFmtId").as_int();
        book.style_is_date.push_back(is_date_format(id, codes[id]));
    }
    return done();
}

std::string number_cell(const Workbook& book, const pugi::xml_node& cell, std::string_view stored) {
    const auto style = cell.attribute("s").as_uint(0);
    double serial = 0;
    const bool number = std::from_chars(stored.data(), stored.data() + stored.size(), serial).ec == std::errc();
    if (number && style < book.style_is_date.size() && book.style_is_date[style])
        return date_text(serial, book.from_1904);
    return number_text(stored);
}

std::string cell_text(const Workbook& book, const pugi::xml_node& cell) {
    const std::string_view type = cell.attribute("t").as_string();
    const std::string stored = child(cell, "v").text().get();
    if (type == "inlineStr") return rich_text(child(cell, "is"));
    if (type == "b") return stored == "1" ? "是" : "否";
    if (type == "e" || (stored.empty() && type != "s")) return {};
    if (type == "str" || type == "d") return stored;
    if (type != "s") return number_cell(book, cell, stored);
    std::size_t index = 0;
    std::from_chars(stored.data(), stored.data() + stored.size(), index);
    return index < book.shared.size() ? book.shared[index] : std::string();
}

Result<TableRow> read_row(const Workbook& book, const pugi::xml_node& node, int line) {
    TableRow row{line, {}};
    for (const auto& cell : node.children()) {
        if (local_name(cell) != "c") continue;
        const auto reference = cell.attribute("r");
        const int column = reference ? column_of(reference.as_string()) : static_cast<int>(row.cells.size());
        if (column < 0) continue;
        auto text = registers::neutralised(registers::trimmed(cell_text(book, cell)));
        if (text.empty()) continue;  // a formatted but empty column far to the right is no reason to refuse
        if (static_cast<std::size_t>(column) >= registers::kTableColumnsMax || text.size() > registers::kCellBytesMax)
            return sheet_too_large();
        if (row.cells.size() <= static_cast<std::size_t>(column))
            row.cells.resize(static_cast<std::size_t>(column) + 1);
        row.cells[static_cast<std::size_t>(column)] = std::move(text);
    }
    return row;
}

Result<Table> read_sheet(const Archive& archive, const Workbook& book) {
    pugi::xml_document document;
    BOOST_OUTCOME_TRY(const bool found, load(archive, book.sheet_part, document));
    if (!found) return sheet_unreadable();
    Table table;
    int line = 0;
    for (const auto& node : child(document.document_element(), "sheetData").children()) {
        if (local_name(node) != "row") continue;
        line = node.attribute("r").as_int(line + 1);
        BOOST_OUTCOME_TRY(auto row, read_row(book, node, line));
        if (row.cells.empty()) continue;
        if (table.headings.empty())
            table.headings = std::move(row.cells);
        else
            table.rows.push_back(std::move(row));
        if (table.rows.size() > registers::kTableRowsMax) return sheet_too_large();
    }
    if (table.headings.empty()) return refuse("table_empty", "", "表格是空的", "the table is empty");
    return table;
}

}  // namespace

Result<Table> WorkbookReader::read(std::string_view bytes) const {
    BOOST_OUTCOME_TRY(const auto archive, Archive::open(bytes));
    Workbook book;
    BOOST_OUTCOME_TRYV(read_outline(archive, book));
    BOOST_OUTCOME_TRYV(read_strings(archive, book));
    BOOST_OUTCOME_TRYV(read_styles(archive, book));
    return read_sheet(archive, book);
}

}  // namespace anlan::sheets
