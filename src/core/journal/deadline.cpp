#include "journal/deadline.hpp"

namespace anlan::journal {

namespace {

constexpr Milliseconds kClockSlack{60'000};

}  // namespace

void set_deadline(
    store::Rows& rows,
    const Entry& entry,
    const std::string& key,
    const Due& due,
    const std::string& command,
    const json::value& body
) {
    rows.run(
        "INSERT INTO deadline(key, due, set_at, command, body, drill) VALUES(:k, :d, :s, :c, :b, :w) "
        "ON CONFLICT(key) DO UPDATE SET due = excluded.due, set_at = excluded.set_at, command = excluded.command, "
        "body = excluded.body",
        key,
        due.at,
        due.set_at,
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

bool clock_went_back(store::Rows& rows, Instant now) {
    const auto latest = rows.value<std::optional<Instant>>("SELECT MAX(set_at) FROM deadline").value_or(std::nullopt);
    return latest && *latest > now + kClockSlack;
}

}  // namespace anlan::journal
