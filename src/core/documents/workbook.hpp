#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/reflect.hpp"
#include "documents/official.hpp"

/// Tables for a spreadsheet. A text stays a text, whatever it begins with; only `number` is a number.
namespace anlan::documents {

struct Cell {
    std::string text;
    std::optional<double> number;

    Cell() = default;
    Cell(std::string text) : text(std::move(text)) {}  // NOLINT: a bare text is a cell
    Cell(const char* text) : text(text) {}             // NOLINT
    static Cell of(double number) {
        Cell cell;
        cell.number = number;
        return cell;
    }
};
BOOST_DESCRIBE_STRUCT(Cell, (), (text, number))

struct Sheet {
    std::string name;   ///< of the tab: cut to 31 characters, signs a spreadsheet forbids are replaced
    std::string title;  ///< over the table; may be empty
    std::string note;   ///< under the title: the span of time, who made it
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
};
BOOST_DESCRIBE_STRUCT(Sheet, (), (name, title, note, columns, rows))

struct Workbook {
    std::vector<Sheet> sheets;  ///< at least one
};
BOOST_DESCRIBE_STRUCT(Workbook, (), (sheets))

}  // namespace anlan::documents
