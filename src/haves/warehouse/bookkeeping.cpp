#include "warehouse/bookkeeping.hpp"

namespace anlan::warehouse {

Books::Books(store::Rows& rows, const journal::Entry& entry, std::string node, std::string kind, std::string purpose)
    : rows_(rows), entry_(entry), node_(std::move(node)), kind_(std::move(kind)), purpose_(std::move(purpose)) {}

/// The row of a batch in a store; its expiry is the batch's, so that one index serves "what expires first".
void Books::touch(const std::string& store, const Piece& piece) {
    rows_.run(
        "INSERT INTO stock_balance(batch, store, drill, node, item, expires_on, location, usable, aside) VALUES(:b, "
        ":s, :d, :n, :i, COALESCE((SELECT expires_on FROM stock_batch WHERE id = :b2), ''), '', 0, 0) ON "
        "CONFLICT(batch, store, drill) DO NOTHING",
        piece.batch,
        store,
        entry_.drill,
        node_,
        piece.item,
        piece.batch
    );
}

void Books::move(const std::string& store, const std::string& other, const Piece& piece, std::int64_t delta) {
    touch(store, piece);
    rows_.run(
        "UPDATE stock_balance SET usable = usable + :u WHERE batch = :b AND store = :s AND drill = :d",
        delta,
        piece.batch,
        store,
        entry_.drill
    );
    rows_.run(
        "INSERT INTO stock_movement(node, seq, line, drill, at, actor, kind, slip, store, other, batch, item, delta, "
        "purpose) VALUES(:n, :q, :l, :d, :at, :a, :k, :p, :s, :o, :b, :i, :u, :w)",
        node_,
        entry_.seq,
        line_++,
        entry_.drill,
        entry_.at,
        entry_.actor,
        kind_,
        entry_.subject,
        store,
        other,
        piece.batch,
        piece.item,
        delta,
        purpose_
    );
}

void Books::set_aside(const std::string& store, const Piece& piece, std::int64_t delta) {
    touch(store, piece);
    rows_.run(
        "UPDATE stock_balance SET aside = aside + :u WHERE batch = :b AND store = :s AND drill = :d",
        delta,
        piece.batch,
        store,
        entry_.drill
    );
}

void Books::place(const std::string& store, const BatchId& batch, const std::string& location) {
    if (location.empty()) return;
    rows_.run(
        "UPDATE stock_balance SET location = :p WHERE batch = :b AND store = :s AND drill = :d",
        location,
        batch,
        store,
        entry_.drill
    );
}

}  // namespace anlan::warehouse
