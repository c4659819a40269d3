#include "broadcast/queries.hpp"

namespace anlan::broadcast {

namespace {

const std::string kTerminalRows =
    "SELECT id, node, name, area, kind, codec, address, volume, drill_ok, lon, lat, hearing, hearing_since, last_heard_at, "
    "registered_at, retired_at FROM terminal ";

}  // namespace

std::vector<TerminalFacts> terminals(store::Rows& rows) {
    return rows.select<TerminalFacts>(kTerminalRows + "WHERE node = '' AND retired_at IS NULL ORDER BY area, name, id");
}

std::vector<TerminalFacts> all_terminals(store::Rows& rows) {
    return rows.select<TerminalFacts>(kTerminalRows + "WHERE retired_at IS NULL ORDER BY area, name, id");
}

std::optional<TerminalFacts> find_terminal(store::Rows& rows, const TerminalId& id) {
    return rows.first<TerminalFacts>(kTerminalRows + "WHERE id = :i ORDER BY node", id);
}

std::vector<ZoneTest> zone_tests(store::Rows& rows) {
    return rows.select<ZoneTest>(
        "SELECT t.zone, COUNT(l.id), t.tested_at, t.due FROM broadcast_test t JOIN terminal l ON l.area = t.zone AND "
        "l.node = '' AND l.retired_at IS NULL GROUP BY t.zone, t.tested_at, t.due ORDER BY t.due, t.zone"
    );
}

Proved proved_since(store::Rows& rows, Instant since) {
    return rows
        .first<Proved>(
            "SELECT COUNT(*), COALESCE(SUM(CASE WHEN EXISTS (SELECT 1 FROM broadcast_part p JOIN broadcast b ON "
            "b.id = p.broadcast AND b.node = '' AND b.drill = '' WHERE p.terminal = t.id AND p.outcome = "
            "'played' AND p.at >= CAST(:s AS BIGINT)) THEN 1 ELSE 0 END), 0) FROM terminal t WHERE t.node = '' "
            "AND t.retired_at IS NULL",
            since
        )
        .value_or(Proved{});
}

}  // namespace anlan::broadcast
