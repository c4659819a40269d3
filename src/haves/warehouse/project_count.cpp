#include "warehouse/project.hpp"

/// A count while it runs; what it changes in the account is booked in project.cpp.
namespace anlan::warehouse {

void project(store::Rows& rows, const Entry& entry, const CountBegun& begun) {
    rows.run(
        "INSERT INTO stock_count(id, drill, node, store, begun_at, begun_by, approved_by, differences) VALUES(:i, :d, "
        "'', :s, :t, :b, '', '[]')",
        entry.subject,
        entry.drill,
        begun.store,
        entry.at,
        entry.actor
    );
    for (const auto& batch : begun.batches)
        rows.run(
            "INSERT INTO stock_count_line(count_id, batch, book, clock_odd, counted_by) VALUES(:c, :b, 0, 0, '')",
            entry.subject,
            batch
        );
}

void project(store::Rows& rows, const Entry& entry, const BatchCounted& counted) {
    rows.run(
        "INSERT INTO stock_count_line(count_id, batch, counted, book, seen_at, clock_odd, counted_by) VALUES(:c, :b, "
        ":n, :k, :s, :o, :w) ON CONFLICT(count_id, batch) DO UPDATE SET counted = excluded.counted, book = "
        "excluded.book, seen_at = excluded.seen_at, clock_odd = excluded.clock_odd, counted_by = excluded.counted_by",
        entry.subject,
        counted.batch,
        counted.counted,
        counted.book,
        counted.seen_at,
        counted.clock_odd,
        entry.actor
    );
}

void project(store::Rows& rows, const Entry& entry, const CountEnded& ended) {
    rows.run(
        "UPDATE stock_count SET ended_at = :t, differences = :f WHERE id = :i",
        entry.at,
        ended.differences,
        entry.subject
    );
}

}  // namespace anlan::warehouse
