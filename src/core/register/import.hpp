#pragma once

#include <functional>
#include <map>

#include "registers/commands.hpp"
#include "registers/ports.hpp"
#include "store/rows.hpp"

namespace anlan::registers {

/// Turns what people write into what is kept: an area's name into its code, a person's name into their id. Answers the
/// empty text when there is none or more than one. Filled by whoever knows areas and people.
struct Lookups {
    std::function<std::string(store::Rows&, const std::string&)> area, person;
};

struct ImportRow {
    int line = 0;
    json::object values;
    std::vector<FieldFault> errors;
    std::string id{};      ///< of the row it changes; empty: a new one
    std::string change{};  ///< new, changed, same
};
BOOST_DESCRIBE_STRUCT(ImportRow, (), (line, values, errors, id, change))

struct ImportReport {
    std::vector<ImportRow> rows;
    std::int64_t good = 0, bad = 0;
    bool committed = false;
    std::vector<std::string> columns_ignored;  ///< headings that name no field
    std::int64_t created = 0, changed = 0, same = 0;
    std::string mapping_zh, mapping_en;  ///< the other system's export it was read as; empty: the list's own headings
};
BOOST_DESCRIBE_STRUCT(
    ImportReport, (), (rows, good, bad, committed, columns_ignored, created, changed, same, mapping_zh, mapping_en)
)

/// The field a heading names: by its name or its title in either language, with or without a star.
const Field* field_of(const Register& description, const std::string& heading);

/// Reads a table against a list: headings by field name or title in either language. Judges every row, and finds the
/// row it is by the list's keys, so that the same file brought twice changes nothing.
ImportReport judge(
    const Table& table, const Register& description, const AreaCode& node, const Lookups& lookups, store::Rows& rows
);

/// The judged rows without writing anything.
journal::Wish preview(ImportReport report, std::string actor);
/// Writes all rows if none is bad; else it is a preview.
journal::Wish commit(ImportReport report, Register description, std::string actor);

}  // namespace anlan::registers
