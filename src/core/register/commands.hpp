#pragma once

#include "journal/desk.hpp"
#include "registers/description.hpp"
#include "registers/events.hpp"

namespace anlan::registers {

/// What is wrong with one field of a row.
struct FieldFault {
    std::string field, message, message_en;
};
BOOST_DESCRIBE_STRUCT(FieldFault, (), (field, message, message_en))

/// A row's values as they are kept, and everything wrong with them. Texts that mean a number, a yes or a date are
/// turned into one.
struct CheckedRow {
    json::object values;
    std::vector<FieldFault> faults;
};
CheckedRow check_row(const Register& description, const json::object& values, const AreaCode& node);

/// Enters a row, or with an id changes it: fields not given stay as they are. Refuses `row_unknown`, `field_unknown`,
/// `value_invalid` with the field as "values.<name>".
journal::Wish put_row(Register description, std::string actor, std::string id, json::object values);
/// Enters many new rows: all or, with the first fault, none.
journal::Wish put_rows(Register description, std::string actor, std::vector<json::object> rows);
/// Rows that were imported: each with the id of the row it changes, or new. All or, with the first fault, none.
struct Merged {
    std::string id;
    json::object values;
};
journal::Wish merge_rows(Register description, std::string actor, std::vector<Merged> rows);
/// Whether these values are not what the row holds already.
bool would_change(store::Rows& rows, const Register& description, const std::string& id, const json::object& values);
/// Refuses `row_unknown`, `reason_empty`.
journal::Wish retire_row(Register description, std::string actor, std::string id, std::string reason);

}  // namespace anlan::registers
