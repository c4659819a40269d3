#pragma once

#include <string>
#include <string_view>

#include "registers/ports.hpp"

namespace anlan::registers {

/// UTF-8 of a text in UTF-8 (with or without mark), UTF-16 with mark, or GB18030. Refuses `encoding_unknown`.
Result<std::string> to_utf8(std::string_view bytes);

/// Reads comma-, semicolon- or tab-separated text: quotes, doubled quotes, line breaks in quotes, CR, LF or both.
/// Refuses `table_unreadable` with the line, `table_empty`, `table_too_large`.
Result<Table> parse_csv(std::string_view bytes);

/// Records as JSON: a list of objects, bare or one or two names down, or the points of GeoJSON. A record counts as a
/// line.
Result<Table> parse_json_table(std::string_view text);

/// CSV or, by its first bytes, a workbook or JSON.
Result<Table> read_table(std::string_view bytes, const SheetReader* sheets);

/// Text that a spreadsheet would run as a formula gets an apostrophe in front. Numbers with a sign stay as they are.
std::string neutralised(std::string cell);

std::string trimmed(std::string_view text);

}  // namespace anlan::registers
