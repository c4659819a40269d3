#include "links/project_join.hpp"

namespace anlan::links {

namespace {

void settle(
    store::Rows& rows, const journal::Entry& entry, const AreaCode& area, const char* state, const std::string& reason
) {
    rows.run(
        "UPDATE link_request SET state = :s, reason = :r, decided_at = :t WHERE area = :a",
        state,
        reason,
        entry.at,
        area
    );
}

}  // namespace

void project(store::Rows& rows, const journal::Entry& entry, const CodeMade& made) {
    rows.run(
        "INSERT INTO link_code(code_id, digest, made_at, expires_at, used_by) VALUES(:c, :d, :m, :e, '')",
        made.code_id,
        made.digest,
        entry.at,
        made.expires_at
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const JoinAsked& asked) {
    rows.run("UPDATE link_code SET used_by = :a WHERE code_id = :c", asked.area, asked.code_id);
    rows.run(
        "INSERT INTO link_request(area, name, level, public_pem, nkey, fingerprint, address, code_id, asked_at, "
        "state, reason) VALUES(:a, :n, :l, :p, :k, :f, :d, :c, :t, 'pending', '') ON CONFLICT(area) DO UPDATE SET "
        "name = excluded.name, level = excluded.level, public_pem = excluded.public_pem, nkey = excluded.nkey, "
        "fingerprint = excluded.fingerprint, address = excluded.address, code_id = excluded.code_id, "
        "asked_at = excluded.asked_at, state = 'pending', reason = '', decided_at = NULL",
        asked.area,
        asked.name,
        asked.level,
        asked.public_pem,
        asked.nkey,
        asked.fingerprint,
        asked.address,
        asked.code_id,
        entry.at
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const JoinApproved& approved) {
    rows.run(
        "INSERT INTO link_child(area, name, public_pem, nkey, approved_at) VALUES(:a, :n, :p, :k, :t) "
        "ON CONFLICT(area) DO UPDATE SET name = excluded.name, public_pem = excluded.public_pem, "
        "nkey = excluded.nkey, approved_at = excluded.approved_at",
        approved.area,
        approved.name,
        approved.public_pem,
        approved.nkey,
        entry.at
    );
    settle(rows, entry, approved.area, "approved", "");
}

void project(store::Rows& rows, const journal::Entry& entry, const JoinRefused& refused) {
    settle(rows, entry, refused.area, "refused", refused.reason);
}

void project(store::Rows& rows, const journal::Entry& entry, const LinkRemoved& removed) {
    rows.run("DELETE FROM link_child WHERE area = :a", removed.area);
    settle(rows, entry, removed.area, "removed", removed.reason);
}

}  // namespace anlan::links
