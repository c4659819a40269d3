#include "hooks/project.hpp"

namespace anlan::hooks {

namespace {

constexpr const char* kNothingWaits =
    "waiting_seq = 0, attempts = 0, failing_since = NULL, next_at = NULL, fault_zh = '', fault_en = '' ";

}  // namespace

void project(store::Rows& rows, const journal::Entry& entry, const HookMade& made) {
    rows.run(
        "INSERT INTO hook (id, name, url, kinds, token, drills, made_at, made_by, mark, delivered, skipped, "
        "waiting_seq, attempts, fault_zh, fault_en, test_asked, test_fine, test_zh, test_en, end_reason) "
        "VALUES (:i, :n, :u, :k, :t, :d, :a, :b, :m, 0, 0, 0, 0, '', '', 0, 0, '', '', '')",
        entry.subject,
        made.name,
        made.url,
        made.kinds,
        made.token,
        made.drills,
        entry.at,
        entry.actor,
        entry.seq
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const HookMoved& moved) {
    rows.run("UPDATE hook SET url = :u, next_at = NULL WHERE id = :i", moved.url, entry.subject);
}

void project(store::Rows& rows, const journal::Entry& entry, const HookEnded& ended) {
    rows.run("UPDATE hook SET ended_at = :a, end_reason = :r WHERE id = :i", entry.at, ended.reason, entry.subject);
}

void project(store::Rows& rows, const journal::Entry& entry, const HookDelivered& delivered) {
    rows.run(
        std::string("UPDATE hook SET mark = :m, delivered = delivered + :c, last_at = CASE WHEN :d > 0 THEN :a ELSE "
                    "last_at END, ") +
            kNothingWaits + "WHERE id = :i",
        delivered.through,
        delivered.count,
        delivered.count,
        entry.at,
        entry.subject
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const HookFailed& failed) {
    rows.run(
        "UPDATE hook SET waiting_seq = :s, attempts = :t, failing_since = COALESCE(failing_since, :a), next_at = :n, "
        "fault_zh = :z, fault_en = :e WHERE id = :i",
        failed.seq,
        failed.attempt,
        entry.at,
        failed.next_at,
        failed.zh,
        failed.en,
        entry.subject
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const HookSkipped& skipped) {
    rows.run(
        std::string("UPDATE hook SET mark = :m, skipped = skipped + 1, ") + kNothingWaits + "WHERE id = :i",
        skipped.seq,
        entry.subject
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const HookTestAsked&) {
    rows.run("UPDATE hook SET test_asked = 1, next_at = NULL WHERE id = :i", entry.subject);
}

void project(store::Rows& rows, const journal::Entry& entry, const HookTested& tested) {
    rows.run(
        "UPDATE hook SET test_asked = 0, tested_at = :a, test_fine = :f, test_zh = :z, test_en = :e WHERE id = :i",
        entry.at,
        tested.fine,
        tested.zh,
        tested.en,
        entry.subject
    );
}

}  // namespace anlan::hooks
