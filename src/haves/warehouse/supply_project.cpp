#include "warehouse/supply_project.hpp"

namespace anlan::warehouse {

void project(store::Rows& rows, const journal::Entry& entry, const SupplyOrdered& ordered) {
    rows.run(
        "INSERT INTO stock_supply(id, drill, agreement, supplier, item, unit, grain, quantity, store, purpose, origin, "
        "dispatch, ordered_at, ordered_by, due_at, arrived, cost_fen, batch, reason) VALUES(:i, :d, :a, :s, :m, :u, "
        ":g, "
        ":q, :t, :p, :o, :x, :at, :b, :e, 0, 0, '', '') ON CONFLICT(id) DO NOTHING",
        entry.subject,
        entry.drill,
        ordered.agreement,
        ordered.supplier,
        ordered.item,
        ordered.unit,
        ordered.grain,
        ordered.quantity,
        ordered.store,
        ordered.purpose,
        ordered.origin,
        ordered.dispatch,
        entry.at,
        entry.actor,
        ordered.due
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const SupplyEnded& ended) {
    rows.run(
        "UPDATE stock_supply SET ended_at = :t, arrived = :q, cost_fen = :c, batch = :b, reason = :r WHERE id = :i",
        entry.at,
        ended.arrived,
        ended.cost_fen,
        ended.batch,
        ended.reason,
        entry.subject
    );
}

}  // namespace anlan::warehouse
