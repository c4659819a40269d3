#include "warehouse/project.hpp"

#include <cstdlib>

#include "journal/deadline.hpp"
#include "warehouse/bookkeeping.hpp"
#include "warehouse/commands.hpp"

namespace anlan::warehouse {

namespace {

constexpr const char* kDaily = "stock/daily";
constexpr std::chrono::hours kDay{24};

void look_tomorrow(store::Rows& rows, const Entry& entry) {
    journal::set_deadline(rows, entry, kDaily, journal::after(entry, kDay), "warehouse.look_over", LookOver{true});
}

bool looks_daily(store::Rows& rows) {
    return rows.value<std::int64_t>("SELECT 1 FROM deadline WHERE key = :k", std::string(kDaily)).has_value();
}

void keep(store::Rows& rows, const Entry& entry, const StockReceived& received, const std::string& node) {
    rows.run(
        "INSERT INTO stock_batch(id, drill, node, item, unit, grain, class_code, source, lot, maker, made_on, "
        "expires_on, supplier, contract, fund, dispatch, received_at, notice) VALUES(:i, :d, :n, :m, :u, :g, :c, :s, "
        ":l, :k, :o, :e, :p, :t, :f, :x, :at, 0) ON CONFLICT(id) DO NOTHING",
        entry.subject,
        entry.drill,
        node,
        received.item,
        received.unit,
        received.grain,
        received.class_code,
        received.source,
        received.lot,
        received.maker,
        received.made_on,
        received.expires_on,
        received.supplier,
        received.contract,
        received.fund,
        received.dispatch,
        entry.at
    );
    Books books(rows, entry, node, "received", received.supplier);
    const BatchId batch{entry.subject};
    books.move(received.store, to_text(received.source), {batch, received.item, received.quantity}, received.quantity);
    books.place(received.store, batch, received.location);
}

void keep(store::Rows& rows, const Entry& entry, const StockIssued& issued, const std::string& node) {
    rows.run(
        "INSERT INTO stock_slip(id, drill, node, store, purpose_kind, purpose, ordered_by, receiver, origin, dispatch, "
        "issued_at, issued_by, return_by, overdue, signature) VALUES(:i, :d, :n, :s, :k, :p, :o, :r, :g, :x, :at, :b, "
        ":y, 0, :q) ON CONFLICT(id) DO NOTHING",
        entry.subject,
        entry.drill,
        node,
        issued.store,
        issued.use,
        issued.purpose,
        issued.ordered_by,
        issued.receiver,
        issued.origin,
        issued.dispatch,
        entry.at,
        entry.actor,
        issued.return_by,
        issued.signature
    );
    Books books(rows, entry, node, "issued", issued.purpose);
    for (const auto& piece : issued.pieces) {
        books.move(issued.store, "used", piece, -piece.quantity);
        rows.run(
            "INSERT INTO stock_slip_line(slip, batch, item, issued, usable, damaged, lost) VALUES(:s, :b, :i, :q, 0, "
            "0, 0) ON CONFLICT(slip, batch) DO NOTHING",
            entry.subject,
            piece.batch,
            piece.item,
            piece.quantity
        );
    }
}

void keep(store::Rows& rows, const Entry& entry, const StockReturned& returned, const std::string& node) {
    Books books(rows, entry, node, "returned");
    for (const auto& back : returned.pieces) {
        if (back.usable > 0) books.move(returned.store, "used", {back.batch, back.item, back.usable}, back.usable);
        rows.run(
            "UPDATE stock_slip_line SET usable = usable + :u, damaged = damaged + :g, lost = lost + :l WHERE slip = :s "
            "AND batch = :b",
            back.usable,
            back.damaged,
            back.lost,
            returned.slip,
            back.batch
        );
    }
    if (returned.closes) rows.run("UPDATE stock_slip SET closed_at = :t WHERE id = :s", entry.at, returned.slip);
}

void keep(store::Rows& rows, const Entry& entry, const StockTransferred& transferred, const std::string& node) {
    Books books(rows, entry, node, "transferred");
    for (const auto& piece : transferred.pieces) {
        books.move(transferred.source, transferred.target, piece, -piece.quantity);
        books.move(transferred.target, transferred.source, piece, piece.quantity);
        books.place(transferred.target, piece.batch, transferred.location);
    }
}

void keep(store::Rows& rows, const Entry& entry, const ScrapAsked& asked, const std::string& node) {
    Books books(rows, entry, node, "set_aside", asked.opinion);
    if (asked.out_of_stock) books.move(asked.store, "aside", asked.piece, -asked.piece.quantity);
    books.set_aside(asked.store, asked.piece, asked.piece.quantity);
    rows.run(
        "INSERT INTO stock_scrap(id, drill, node, store, batch, item, quantity, kind, opinion, asked_at, asked_by, "
        "decided_by, approved, reason) VALUES(:i, :d, :n, :s, :b, :m, :q, :k, :o, :at, :w, '', 0, '') ON CONFLICT(id) "
        "DO NOTHING",
        entry.subject,
        entry.drill,
        node,
        asked.store,
        asked.piece.batch,
        asked.piece.item,
        asked.piece.quantity,
        asked.kind,
        asked.opinion,
        entry.at,
        entry.actor
    );
}

void keep(store::Rows& rows, const Entry& entry, const ScrapDecided& decided, const std::string& node) {
    Books books(rows, entry, node, "found_usable", decided.reason);
    books.set_aside(decided.store, decided.piece, -decided.piece.quantity);
    if (!decided.approved) books.move(decided.store, "aside", decided.piece, decided.piece.quantity);
    rows.run(
        "UPDATE stock_scrap SET decided_at = :at, decided_by = :b, approved = :a, reason = :r WHERE id = :i",
        entry.at,
        entry.actor,
        decided.approved,
        decided.reason,
        entry.subject
    );
}

void keep(store::Rows& rows, const Entry& entry, const CountApproved& approved, const std::string& node) {
    Books books(rows, entry, node, "counted");
    for (const auto& each : approved.differences)
        books.move(approved.store, "count", {each.batch, each.item, std::abs(each.delta)}, each.delta);
    rows.run(
        "INSERT INTO stock_count(id, drill, node, store, begun_at, begun_by, ended_at, approved_at, approved_by, "
        "differences) VALUES(:i, :d, :n, :s, :b, '', :e, :at, :y, :f) ON CONFLICT(id) DO UPDATE SET approved_at = "
        "excluded.approved_at, approved_by = excluded.approved_by, differences = excluded.differences",
        entry.subject,
        entry.drill,
        node,
        approved.store,
        entry.at,
        entry.at,
        entry.at,
        entry.actor,
        approved.differences
    );
}

void keep(store::Rows& rows, const Entry&, const MinimumSet& set, const std::string& node) {
    rows.run(
        "INSERT INTO stock_minimum(node, item, basis, quantity) VALUES(:n, :i, :b, :q) ON CONFLICT(node, item, basis) "
        "DO UPDATE SET quantity = excluded.quantity",
        node,
        set.item,
        set.basis,
        set.quantity
    );
}

void keep(store::Rows& rows, const Entry& entry, const FellBelowMinimum& fell, const std::string& node) {
    rows.run(
        "INSERT INTO stock_short(node, drill, item, unit, grain, have, minimum, since) VALUES(:n, :d, :i, :u, :g, :h, "
        ":m, :at) ON CONFLICT(node, drill, item) DO UPDATE SET have = excluded.have, minimum = excluded.minimum",
        node,
        entry.drill,
        fell.item,
        fell.unit,
        fell.grain,
        fell.have,
        fell.minimum,
        entry.at
    );
}

void keep(store::Rows& rows, const Entry& entry, const MinimumMet& met, const std::string& node) {
    rows.run("DELETE FROM stock_short WHERE node = :n AND drill = :d AND item = :i", node, entry.drill, met.item);
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const StockReceived& received) {
    keep(rows, entry, received, {});
    if (entry.drill.empty() && !looks_daily(rows)) look_tomorrow(rows, entry);
}
void project(store::Rows& rows, const Entry& entry, const StockIssued& issued) {
    keep(rows, entry, issued, {});
}
void project(store::Rows& rows, const Entry& entry, const StockReturned& returned) {
    keep(rows, entry, returned, {});
}
void project(store::Rows& rows, const Entry& entry, const StockTransferred& transferred) {
    keep(rows, entry, transferred, {});
}
void project(store::Rows& rows, const Entry& entry, const ScrapAsked& asked) {
    keep(rows, entry, asked, {});
}
void project(store::Rows& rows, const Entry& entry, const ScrapDecided& decided) {
    keep(rows, entry, decided, {});
}
void project(store::Rows& rows, const Entry& entry, const CountApproved& approved) {
    keep(rows, entry, approved, {});
}
void project(store::Rows& rows, const Entry& entry, const MinimumSet& set) {
    keep(rows, entry, set, {});
}
void project(store::Rows& rows, const Entry& entry, const FellBelowMinimum& fell) {
    keep(rows, entry, fell, {});
}
void project(store::Rows& rows, const Entry& entry, const MinimumMet& met) {
    keep(rows, entry, met, {});
}

void project(store::Rows& rows, const Entry& entry, const BatchExpiring& expiring) {
    rows.run("UPDATE stock_batch SET notice = :n WHERE id = :i", expiring.notice, entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const LoanOverdue&) {
    rows.run("UPDATE stock_slip SET overdue = 1 WHERE id = :i", entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const StockLookedOver&) {
    look_tomorrow(rows, entry);
}

void project(store::Rows& rows, const Entry&, const ItemNamed& named) {
    rows.run(
        "INSERT INTO stock_item(name, class_code, unit, grain, returnable) VALUES(:n, :c, :u, :g, :r) ON "
        "CONFLICT(name) DO NOTHING",
        named.name,
        named.class_code,
        named.unit,
        named.grain,
        named.returnable
    );
}

void mirror(store::Rows& rows, const Entry& entry, const StockReceived& received, const AreaCode& from) {
    keep(rows, entry, received, from.text);
}
void mirror(store::Rows& rows, const Entry& entry, const StockIssued& issued, const AreaCode& from) {
    keep(rows, entry, issued, from.text);
}
void mirror(store::Rows& rows, const Entry& entry, const StockReturned& returned, const AreaCode& from) {
    keep(rows, entry, returned, from.text);
}
void mirror(store::Rows& rows, const Entry& entry, const StockTransferred& transferred, const AreaCode& from) {
    keep(rows, entry, transferred, from.text);
}
void mirror(store::Rows& rows, const Entry& entry, const ScrapAsked& asked, const AreaCode& from) {
    keep(rows, entry, asked, from.text);
}
void mirror(store::Rows& rows, const Entry& entry, const ScrapDecided& decided, const AreaCode& from) {
    keep(rows, entry, decided, from.text);
}
void mirror(store::Rows& rows, const Entry& entry, const CountApproved& approved, const AreaCode& from) {
    keep(rows, entry, approved, from.text);
}
void mirror(store::Rows& rows, const Entry& entry, const MinimumSet& set, const AreaCode& from) {
    keep(rows, entry, set, from.text);
}
void mirror(store::Rows& rows, const Entry& entry, const FellBelowMinimum& fell, const AreaCode& from) {
    keep(rows, entry, fell, from.text);
}
void mirror(store::Rows& rows, const Entry& entry, const MinimumMet& met, const AreaCode& from) {
    keep(rows, entry, met, from.text);
}

}  // namespace anlan::warehouse
