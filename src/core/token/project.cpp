#include "tokens/project.hpp"

namespace anlan::tokens {

void project(store::Rows& rows, const journal::Entry& entry, const TokenMade& made) {
    rows.run(
        "INSERT INTO api_token (id, name, digest, permissions, area, made_at, made_by, expires, per_minute, "
        "revoke_reason) "
        "VALUES (:i, :n, :d, :p, :a, :m, :b, :e, :r, '')",
        entry.subject,
        made.name,
        made.digest,
        made.permissions,
        made.area,
        entry.at,
        entry.actor,
        made.expires,
        made.per_minute
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const TokenRevoked& revoked) {
    rows.run(
        "UPDATE api_token SET revoked_at = :a, revoke_reason = :r WHERE id = :i",
        entry.at,
        revoked.reason,
        entry.subject
    );
}

}  // namespace anlan::tokens
