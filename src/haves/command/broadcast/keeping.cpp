#include "broadcast/keeping.hpp"

#include "broadcast/commands.hpp"
#include "journal/deadline.hpp"

namespace anlan::broadcast::keeping {

std::string deadline_of(const Entry& entry) {
    return "broadcast/" + entry.subject;
}

void close_by(store::Rows& rows, const Entry& entry, Instant at) {
    journal::set_deadline(
        rows,
        entry,
        deadline_of(entry),
        journal::Due{at, entry.at},
        "broadcast.finish",
        FinishBroadcast{{entry.subject}}
    );
}

void keep(
    store::Rows& rows, const Entry& entry, const BroadcastSheet& sheet, const PersonId& drafted_by, const AreaCode& node
) {
    rows.run(
        "INSERT INTO broadcast(id, node, drill, from_area, sheet, words, revision, state, drafted_by, released_by, "
        "warning, drafted_at, interrupted_by, played, failed, silent, sent, total, reason) VALUES(:i, :n, :d, '', :s, '', "
        "1, :t, :b, '', '', :at, '', 0, 0, 0, 0, 0, '') ON CONFLICT(node, id) DO NOTHING",
        entry.subject,
        node,
        entry.drill,
        sheet,
        BroadcastState::draft,
        drafted_by,
        entry.at
    );
}

void release(
    store::Rows& rows, const Entry& entry, const std::string& words, const PersonId& by, std::size_t terminals,
    const AreaCode& node
) {
    rows.run(
        "UPDATE broadcast SET words = :w, state = :s, released_by = :b, released_at = :at, total = :t WHERE node = :n "
        "AND id = :i",
        words,
        BroadcastState::waiting,
        by,
        entry.at,
        static_cast<std::int64_t>(terminals),
        node,
        entry.subject
    );
}

void end(
    store::Rows& rows, const Entry& entry, BroadcastState state, const std::string& reason, const AreaCode& node
) {
    rows.run(
        "UPDATE broadcast SET state = :s, ended_at = :at, reason = :r, interrupted_at = NULL, interrupted_by = '' "
        "WHERE node = :n AND id = :i",
        state,
        entry.at,
        reason,
        node,
        entry.subject
    );
}

void count(store::Rows& rows, const Entry& entry, const BroadcastFinished& finished, const AreaCode& node) {
    end(rows, entry, finished.state, {}, node);
    rows.run(
        "UPDATE broadcast SET played = :p, failed = :f, silent = :s, sent = :e WHERE node = :n AND id = :i",
        finished.played,
        finished.failed,
        static_cast<std::int64_t>(finished.silent.size()),
        finished.sent,
        node,
        entry.subject
    );
}

}  // namespace anlan::broadcast::keeping
