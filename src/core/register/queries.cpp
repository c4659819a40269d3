#include "registers/queries.hpp"

#include "journal/vault.hpp"

namespace anlan::registers {

std::vector<KeptRow> kept_rows(store::Rows& rows, const std::string& list, const AreaCode& within) {
    return rows.select<KeptRow>(
        "SELECT id, area, content, updated_at FROM register_row WHERE list = :l AND retired = 0 AND area LIKE :p "
        "ORDER BY id",
        list,
        std::string(within.prefix()) + "%"
    );
}

std::vector<KeptRow> kept_rows(store::Rows& rows, const std::string& list) {
    return rows.select<KeptRow>(
        "SELECT id, area, content, updated_at FROM register_row WHERE list = :l AND retired = 0 ORDER BY id", list
    );
}

std::optional<KeptRow> kept_row(store::Rows& rows, const std::string& list, const std::string& id) {
    return rows.first<KeptRow>(
        "SELECT id, area, content, updated_at FROM register_row WHERE list = :l AND id = :i AND retired = 0", list, id
    );
}

std::vector<KeptRow> rows_below(store::Rows& rows, const std::string& list) {
    return rows.select<KeptRow>(
        "SELECT id, area, content, updated_at FROM register_mirror WHERE list = :l ORDER BY node, id", list
    );
}

std::string personal_value(store::Rows& rows, const std::string& id, const std::string& field) {
    return journal::vault::reveal_or(rows, id, field, "（已删除）");
}

std::string masked(const std::string& text) {
    std::size_t characters = 0;
    for (const char c : text) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    const auto shown = characters > 8 ? characters - 4 : characters / 2;
    std::size_t seen = 0, at = 0;
    for (; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && ++seen > shown) break;
    return text.substr(0, at) + (characters > shown ? "***" : "");
}

}  // namespace anlan::registers
