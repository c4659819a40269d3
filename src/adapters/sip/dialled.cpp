#include "sip/dialled.hpp"

#include "store/database.hpp"

namespace anlan::sip {

Dialled::Dialled(const std::filesystem::path& file) : rows_(store::connect({file.string(), {}}, store::Use::writing)) {
    rows_->script(
        "CREATE TABLE IF NOT EXISTS dialled(id TEXT PRIMARY KEY, at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP, "
        "state TEXT NOT NULL DEFAULT '', minutes BIGINT NOT NULL DEFAULT 0, note_zh TEXT NOT NULL DEFAULT '', "
        "note_en TEXT NOT NULL DEFAULT '');\n"
        "DELETE FROM dialled WHERE at < datetime('now', '-3 days');\n"
    );
}

bool Dialled::begun(const std::string& id) {
    return rows_->value<std::int64_t>("SELECT COUNT(*) FROM dialled WHERE id = :i", id).value_or(0) > 0;
}

std::optional<Fate> Dialled::end_of(const std::string& id) {
    return rows_->first<Fate>("SELECT state, minutes, note_zh, note_en FROM dialled WHERE id = :i AND state <> ''", id);
}

void Dialled::begin(const std::string& id) {
    rows_->run("INSERT INTO dialled(id) VALUES(:i)", id);
}

void Dialled::end(const std::string& id, const Fate& fate) {
    rows_->run(
        "UPDATE dialled SET state = :s, minutes = :m, note_zh = :z, note_en = :e WHERE id = :i",
        fate.state,
        fate.minutes,
        fate.note_zh,
        fate.note_en,
        id
    );
}

}  // namespace anlan::sip
