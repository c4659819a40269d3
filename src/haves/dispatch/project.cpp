#include "dispatch/project.hpp"

/// What this node wrote and what others told stand in rows of their own (`node`, empty for own), so that it does not
/// matter which was there first; `records` reads the earliest.
namespace anlan::dispatch {

namespace {

void keep(store::Rows& rows, const Entry& entry, const SuppliesAsked& asked) {
    rows.run(
        "INSERT INTO dispatch_ask(id, drill, asker, title, site, area, lon, lat, origin, needed_by, needs, at, "
        "by_title) VALUES(:i, :d, :k, :t, :s, :a, :x, :y, :o, :n, :w, :at, :b) ON CONFLICT(id) DO NOTHING",
        entry.subject,
        entry.drill,
        asked.asker,
        asked.title,
        asked.site,
        asked.area,
        asked.lon,
        asked.lat,
        asked.origin,
        asked.needed_by,
        asked.needs,
        entry.at,
        asked.by_title
    );
}

void keep(store::Rows& rows, const Entry& entry, const DispatchDecided& decided, const std::string& node) {
    rows.run(
        "INSERT INTO dispatch_decision(id, node, drill, asker, title, site, area, needed_by, needs, at, by_title, "
        "out_by, below_minimum, reason, sendings) VALUES(:i, :h, :d, :k, :t, :s, :a, :n, :w, :at, :b, :o, :m, :r, :l) "
        "ON CONFLICT(id, node) DO NOTHING",
        entry.subject,
        node,
        entry.drill,
        decided.asker,
        decided.title,
        decided.site,
        decided.area,
        decided.needed_by,
        decided.needs,
        entry.at,
        decided.by_title,
        decided.out_by,
        decided.below_minimum,
        decided.reason,
        decided.sendings
    );
    std::int64_t place = 0;
    for (const auto& each : decided.sendings)
        rows.run(
            "INSERT INTO dispatch_promise(dispatch, node, place, drill, store, item, quantity) VALUES(:i, :n, :p, :d, "
            ":s, :m, :q) ON CONFLICT(dispatch, node, place) DO NOTHING",
            entry.subject,
            node,
            place++,
            entry.drill,
            each.store,
            each.item,
            each.quantity
        );
}

void hand_over(
    store::Rows& rows, const Entry& entry, const SuppliesHandedOver& over, const std::string& node, Instant at
) {
    rows.run(
        "INSERT INTO dispatch_hand(dispatch, store, node, slip, team, at) VALUES(:i, :s, :n, :p, :t, :at) ON "
        "CONFLICT(dispatch, store, node) DO NOTHING",
        entry.subject,
        over.store,
        node,
        over.slip,
        over.team,
        at
    );
}

void receipt(
    store::Rows& rows, const Entry& entry, const SuppliesReceipted& receipted, const std::string& node, Instant at
) {
    rows.run(
        "INSERT INTO dispatch_receipt(dispatch, store, node, arrived, by_title, note, at) VALUES(:i, :s, :n, :a, :b, "
        ":w, :at) ON CONFLICT(dispatch, store, node) DO NOTHING",
        entry.subject,
        receipted.store,
        node,
        receipted.arrived,
        receipted.by_title,
        receipted.note,
        at
    );
}

void close(store::Rows& rows, const Entry& entry, const DispatchClosed& closed, const std::string& node) {
    rows.run(
        "INSERT INTO dispatch_close(dispatch, node, lessons, cost_fen, at) VALUES(:i, :n, :l, :c, :at) ON "
        "CONFLICT(dispatch, node) DO NOTHING",
        entry.subject,
        node,
        closed.lessons,
        closed.cost_fen,
        entry.at
    );
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const SuppliesAsked& asked) {
    keep(rows, entry, asked);
}
void project(store::Rows& rows, const Entry& entry, const DispatchDecided& decided) {
    keep(rows, entry, decided, {});
}
void project(store::Rows& rows, const Entry& entry, const SuppliesHandedOver& over) {
    hand_over(rows, entry, over, {}, entry.at);
}
void project(store::Rows& rows, const Entry& entry, const SuppliesReceipted& receipted) {
    receipt(rows, entry, receipted, {}, entry.at);
}
void project(store::Rows&, const Entry&, const DispatchRelayed&) {}  // it is known here already
void project(store::Rows& rows, const Entry& entry, const DispatchClosed& closed) {
    close(rows, entry, closed, {});
}

void mirror(store::Rows& rows, const Entry& entry, const SuppliesAsked& asked, const AreaCode&) {
    keep(rows, entry, asked);
}
void mirror(store::Rows& rows, const Entry& entry, const DispatchDecided& decided, const AreaCode& from) {
    keep(rows, entry, decided, from.text);
}
void mirror(store::Rows& rows, const Entry& entry, const SuppliesHandedOver& over, const AreaCode& from) {
    hand_over(rows, entry, over, from.text, entry.at);
}
void mirror(store::Rows& rows, const Entry& entry, const SuppliesReceipted& receipted, const AreaCode& from) {
    receipt(rows, entry, receipted, from.text, entry.at);
}
void mirror(store::Rows& rows, const Entry& entry, const DispatchRelayed& relayed, const AreaCode& from) {
    if (relayed.word == Word::handed_over)
        hand_over(rows, entry, {relayed.store, relayed.slip, relayed.team}, from.text, relayed.at);
    else
        receipt(
            rows, entry, {relayed.store, relayed.arrived, relayed.by_title, relayed.note, ""}, from.text, relayed.at
        );
}
void mirror(store::Rows& rows, const Entry& entry, const DispatchClosed& closed, const AreaCode& from) {
    close(rows, entry, closed, from.text);
}

}  // namespace anlan::dispatch
