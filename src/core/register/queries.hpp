#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/area.hpp"
#include "registers/description.hpp"
#include "store/rows.hpp"

namespace anlan::registers {

struct KeptRow {
    std::string id;
    AreaCode area;
    json::object values;  ///< without personal fields
    Instant updated_at{};
};
BOOST_DESCRIBE_STRUCT(KeptRow, (), (id, area, values, updated_at))

/// Rows of a list at or below an area that are not retired, oldest first.
std::vector<KeptRow> kept_rows(store::Rows& rows, const std::string& list, const AreaCode& within);
std::vector<KeptRow> kept_rows(store::Rows& rows, const std::string& list);
std::optional<KeptRow> kept_row(store::Rows& rows, const std::string& list, const std::string& id);
/// What the nodes below told of their rows of this list.
std::vector<KeptRow> rows_below(store::Rows& rows, const std::string& list);

/// A personal field from the vault; "（已删除）" once it is gone.
std::string personal_value(store::Rows& rows, const std::string& id, const std::string& field);
/// "永宁第一社区***": the beginning, so that a person who knows the place knows which is meant.
std::string masked(const std::string& text);

/// The rows read as described structs, with their ids.
template <Described T>
std::vector<std::pair<std::string, T>> read_rows(const std::vector<KeptRow>& kept) {
    std::vector<std::pair<std::string, T>> all;
    for (const auto& each : kept) {
        auto read = from_json<T>(each.values);
        if (read) all.emplace_back(each.id, std::move(read.value()));
    }
    return all;
}

}  // namespace anlan::registers
