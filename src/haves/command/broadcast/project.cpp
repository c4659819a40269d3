#include "broadcast/commands.hpp"
#include "broadcast/keeping.hpp"
#include "journal/deadline.hpp"

namespace anlan::broadcast {

namespace {

const AreaCode kOwnRows{};

void address(store::Rows& rows, const Entry& entry, const std::vector<TerminalId>& terminals) {
    for (const auto& terminal : terminals)
        rows.run(
            "INSERT INTO broadcast_part(broadcast, terminal, seconds, note) VALUES(:b, :t, 0, '')",
            entry.subject,
            terminal
        );
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const BroadcastDrafted& drafted) {
    keeping::keep(rows, entry, drafted.sheet, drafted.by, kOwnRows);
}

void project(store::Rows& rows, const Entry& entry, const BroadcastRevised& revised) {
    rows.run(
        "UPDATE broadcast SET sheet = :s, drafted_by = :b, drafted_at = :at, revision = :r WHERE node = '' AND id = :i",
        revised.sheet,
        revised.by,
        entry.at,
        revised.revision,
        entry.subject
    );
}

void project(store::Rows& rows, const Entry& entry, const ReleasedToReal& released) {
    keeping::release(rows, entry, released.words, released.by, released.terminals.size(), kOwnRows);
    rows.run("UPDATE broadcast SET warning = :w WHERE node = '' AND id = :i", released.warning, entry.subject);
    address(rows, entry, released.terminals);
    keeping::close_by(rows, entry, released.close_by);
}

void project(store::Rows& rows, const Entry& entry, const ReleasedToDrill& released) {
    keeping::release(rows, entry, released.words, released.by, released.terminals.size(), kOwnRows);
    address(rows, entry, released.terminals);
    keeping::close_by(rows, entry, released.close_by);
}

void project(store::Rows& rows, const Entry& entry, const TakenFromAbove& taken) {
    mirror(rows, entry, taken, kOwnRows);
    address(rows, entry, taken.terminals);
    keeping::close_by(rows, entry, taken.close_by);
}

void project(store::Rows& rows, const Entry& entry, const BroadcastRefused& refused) {
    keeping::end(rows, entry, BroadcastState::refused, refused.reason, kOwnRows);
}

void project(store::Rows& rows, const Entry& entry, const BroadcastBegun& begun) {
    mirror(rows, entry, begun, kOwnRows);
    keeping::close_by(rows, entry, begun.close_by);
}

void project(store::Rows& rows, const Entry& entry, const BroadcastInterrupted& interrupted) {
    rows.run(
        "UPDATE broadcast SET state = :s, interrupted_at = :at, interrupted_by = :b WHERE node = '' AND id = :i",
        BroadcastState::waiting,
        entry.at,
        interrupted.by,
        entry.subject
    );
    keeping::close_by(rows, entry, interrupted.close_by);
}

void project(store::Rows& rows, const Entry& entry, const BroadcastResumed& resumed) {
    rows.run(
        "UPDATE broadcast SET state = :s, interrupted_at = NULL, interrupted_by = '' WHERE node = '' AND id = :i",
        BroadcastState::playing,
        entry.subject
    );
    keeping::close_by(rows, entry, resumed.close_by);
}

void project(store::Rows& rows, const Entry& entry, const BroadcastStopped& stopped) {
    mirror(rows, entry, stopped, kOwnRows);
    rows.run(
        "UPDATE broadcast_part SET outcome = :o, at = :at WHERE broadcast = :b AND outcome IS NULL",
        Outcome::stopped,
        entry.at,
        entry.subject
    );
    journal::clear_deadline(rows, keeping::deadline_of(entry));
}

void project(store::Rows& rows, const Entry& entry, const ReceiptTaken& receipt) {
    rows.run(
        "UPDATE broadcast_part SET outcome = :o, seconds = :s, note = :n, at = :at WHERE broadcast = :b AND terminal = "
        ":t",
        receipt.outcome,
        receipt.seconds,
        receipt.note,
        entry.at,
        entry.subject,
        receipt.terminal
    );
    const auto* column = receipt.outcome == Outcome::played   ? "played"
                         : receipt.outcome == Outcome::failed ? "failed"
                         : receipt.outcome == Outcome::sent   ? "sent"
                                                              : "silent";
    rows.run(
        std::string("UPDATE broadcast SET ") + column + " = " + column + " + 1 WHERE node = '' AND id = :i",
        entry.subject
    );
}

void project(store::Rows& rows, const Entry& entry, const BroadcastFinished& finished) {
    keeping::count(rows, entry, finished, kOwnRows);
    rows.run(
        "UPDATE broadcast_part SET outcome = :o, at = :at WHERE broadcast = :b AND outcome IS NULL",
        Outcome::silent,
        entry.at,
        entry.subject
    );
    journal::clear_deadline(rows, keeping::deadline_of(entry));
    for (const auto& zone : finished.proved) {
        rows.run(
            "UPDATE broadcast_test SET tested_at = :at, due = :d WHERE zone = :z", entry.at, finished.test_by, zone
        );
        journal::set_deadline(
            rows, entry, "broadcast/test/" + zone.text, finished.test_by, "broadcast.test", CheckTest{zone}
        );
    }
}

void project(store::Rows& rows, const Entry& entry, const AuthorityGiven& given) {
    rows.run(
        "INSERT INTO broadcast_authority(warning, drill, headline, hazard, areas, until_at) VALUES(:w, :d, :h, :z, :a, "
        ":u) ON CONFLICT(warning) DO UPDATE SET headline = excluded.headline, hazard = excluded.hazard, areas = "
        "excluded.areas, until_at = excluded.until_at, ended_at = NULL",
        entry.subject,
        entry.drill,
        given.headline,
        given.hazard,
        given.areas,
        given.until
    );
}

void project(store::Rows& rows, const Entry& entry, const AuthorityEnded&) {
    rows.run("UPDATE broadcast_authority SET ended_at = :at WHERE warning = :w", entry.at, entry.subject);
}

}  // namespace anlan::broadcast
