#include "journal/deadline.hpp"

namespace anlan::journal {

void set_deadline(
    store::Rows& rows,
    const Entry& entry,
    const std::string& key,
    Instant due,
    const std::string& command,
    const json::value& body
) {
    rows.run(
        "INSERT INTO deadline(key, due, command, body, drill) VALUES(:k, :d, :c, :b, :w) "
        "ON CONFLICT(key) DO UPDATE SET due = excluded.due, command = excluded.command, body = excluded.body",
        key,
        due,
        command,
        json::serialize(body),
        entry.drill
    );
}

void clear_deadline(store::Rows& rows, const std::string& key) {
    rows.run("DELETE FROM deadline WHERE key = :k", key);
}

std::vector<Deadline> due_deadlines(store::Rows& rows, Instant now, int limit) {
    return rows.select<Deadline>(
        "SELECT key, due, command, body, drill FROM deadline WHERE due <= :n ORDER BY due, key LIMIT :l", now, limit
    );
}

std::optional<Instant> next_deadline(store::Rows& rows) {
    return rows.value<std::optional<Instant>>("SELECT MIN(due) FROM deadline").value_or(std::nullopt);
}

}  // namespace anlan::journal
