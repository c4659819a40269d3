#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace anlan::registers {

/// One line of a table, with its place in the file for whoever has to correct it.
struct TableRow {
    int line = 0;  ///< 1-based
    std::vector<std::string> cells;
};

/// A table as it came; the first row holds the headings.
struct Table {
    std::vector<std::string> headings;
    std::vector<TableRow> rows;
};

inline constexpr std::size_t kTableRowsMax = 10'000;
inline constexpr std::size_t kTableColumnsMax = 200;
inline constexpr std::size_t kCellBytesMax = 32'768;

/// Reads a workbook's first sheet. Implemented by adapters/sheets; the core does not know the format.
class SheetReader {
  public:
    virtual ~SheetReader() = default;
    /// Refuses `sheet_unreadable`, `sheet_too_large`. Never evaluates a formula: its last stored result is read.
    virtual Result<Table> read(std::string_view bytes) const = 0;
};

}  // namespace anlan::registers
