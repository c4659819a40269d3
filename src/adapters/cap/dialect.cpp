#include "cap/dialect.hpp"

#include <algorithm>
#include <array>

namespace anlan::cap {

namespace {

struct Row {
    std::string_view name_space, version;
};

// In the order of Dialect.
constexpr std::array<Row, 4> kRows{
    {{"http://www.incident.com/cap/1.0", "1.0"},
     {"urn:oasis:names:tc:emergency:cap:1.1", "1.1"},
     {kCap12, "1.2"},
     {"http://com.icss.amp", "CN"}}};

}  // namespace

std::optional<Dialect> dialect_of(std::string_view name_space) {
    for (std::size_t i = 0; i < kRows.size(); ++i)
        if (kRows[i].name_space == name_space) return static_cast<Dialect>(i);
    return std::nullopt;
}

bool names_a_dialect(std::string_view bytes) {
    return std::any_of(kRows.begin(), kRows.end(), [&](const Row& row) {
        return bytes.find(row.name_space) != std::string_view::npos;
    });
}

std::string_view version_of(Dialect dialect) {
    return kRows[static_cast<std::size_t>(dialect)].version;
}

std::string standard_of(Dialect dialect) {
    return dialect == Dialect::national ? "CAP-CN" : "CAP " + std::string(version_of(dialect));
}

}  // namespace anlan::cap
