#include "dispatch/records.hpp"

#include <algorithm>

#include "warehouse/queries.hpp"

namespace anlan::dispatch {

namespace {

struct AskRow {
    std::string id, drill;
    AreaCode asker;
    std::string title, site;
    AreaCode area;
    double lon = 0, lat = 0;
    std::string origin;
    Instant needed_by{};
    std::vector<Need> needs;
    Instant at{};
    std::string by_title;
};
BOOST_DESCRIBE_STRUCT(
    AskRow, (), (id, drill, asker, title, site, area, lon, lat, origin, needed_by, needs, at, by_title)
)

struct DecisionRow {
    std::string id, node, drill;
    AreaCode asker;
    std::string title, site;
    AreaCode area;
    Instant needed_by{};
    std::vector<Need> needs;
    Instant at{};
    std::string by_title;
    Instant out_by{};
    bool below_minimum = false;
    std::string reason;
    std::vector<Sending> sendings;
};
BOOST_DESCRIBE_STRUCT(
    DecisionRow,
    (),
    (id, node, drill, asker, title, site, area, needed_by, needs, at, by_title, out_by, below_minimum, reason, sendings)
)

struct CloseRow {
    std::string lessons;
    std::int64_t cost_fen = 0;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(CloseRow, (), (lessons, cost_fen, at))

struct HandRow {
    std::string slip, team;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(HandRow, (), (slip, team, at))

struct ReceiptRow {
    std::vector<Arrived> arrived;
    std::string by_title, note;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(ReceiptRow, (), (arrived, by_title, note, at))

struct Promise {
    std::string dispatch;
    std::int64_t quantity = 0;
};
BOOST_DESCRIBE_STRUCT(Promise, (), (dispatch, quantity))

struct Listed {
    std::string id;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Listed, (), (id, at))

/// What was asked; a store's own node knows it from the decision alone.
void take(DispatchRow& made, const AskRow& asked) {
    made.id = asked.id;
    made.drill = asked.drill;
    made.asker = asked.asker;
    made.title = asked.title;
    made.site = asked.site;
    made.area = asked.area;
    made.lon = asked.lon;
    made.lat = asked.lat;
    made.origin = asked.origin;
    made.needed_by = asked.needed_by;
    made.needs = asked.needs;
    made.asked_at = asked.at;
    made.asked_by = asked.by_title;
}

void take(DispatchRow& made, const DecisionRow& decision) {
    if (made.id.empty()) {
        made.id = decision.id;
        made.drill = decision.drill;
        made.asker = decision.asker;
        made.title = decision.title;
        made.site = decision.site;
        made.area = decision.area;
        made.needed_by = decision.needed_by;
        made.needs = decision.needs;
        made.asked_at = decision.at;
    }
    made.decided_at = decision.at;
    made.decided_by = decision.by_title;
    made.decided_here = decision.node.empty();
    made.out_by = decision.out_by;
    made.below_minimum = decision.below_minimum;
    made.reason = decision.reason;
    made.sendings = decision.sendings;
}

}  // namespace

std::optional<DispatchRow> dispatch_row(store::Rows& rows, const DispatchId& id) {
    DispatchRow made;
    if (const auto asked = rows.first<AskRow>(
            "SELECT id, drill, asker, title, site, area, lon, lat, origin, needed_by, needs, at, by_title FROM "
            "dispatch_ask WHERE id = :i",
            id
        ))
        take(made, *asked);
    if (const auto decision = rows.first<DecisionRow>(
            "SELECT id, node, drill, asker, title, site, area, needed_by, needs, at, by_title, out_by, below_minimum, "
            "reason, sendings FROM dispatch_decision WHERE id = :i ORDER BY at, node LIMIT 1",
            id
        ))
        take(made, *decision);
    if (made.id.empty()) return std::nullopt;
    if (const auto closed = rows.first<CloseRow>(
            "SELECT lessons, cost_fen, at FROM dispatch_close WHERE dispatch = :i ORDER BY at, node LIMIT 1", id
        )) {
        made.closed_at = closed->at;
        made.lessons = closed->lessons;
        made.cost_fen = closed->cost_fen;
    }
    return made;
}

std::vector<DispatchRow> dispatches(
    store::Rows& rows, const World& world, const std::string& after, std::int64_t limit
) {
    const auto last = after.empty() ? std::nullopt : dispatch_row(rows, {after});
    const auto until = last ? last->asked_at : Instant{Milliseconds{std::int64_t{1} << 53}};
    const auto id = last ? last->id : std::string();
    std::vector<DispatchRow> all;
    for (const auto& each : rows.select<Listed>(
             "SELECT id, at FROM (SELECT id, at FROM dispatch_ask WHERE drill = :d UNION SELECT id, MIN(at) FROM "
             "dispatch_decision WHERE drill = :e AND id NOT IN (SELECT id FROM dispatch_ask) GROUP BY id) AS listed "
             "WHERE (at, id) < (:t, :i) ORDER BY at DESC, id DESC LIMIT :l",
             world.text(),
             world.text(),
             until,
             id,
             limit
         ))
        if (auto row = dispatch_row(rows, {each.id})) all.push_back(std::move(*row));
    return all;
}

std::vector<DispatchRow> dispatches_for(store::Rows& rows, const World& world, const std::string& origin) {
    std::vector<DispatchRow> all;
    for (const auto& each : rows.select<Listed>(
             "SELECT id, at FROM dispatch_ask WHERE origin = :o AND drill = :d ORDER BY at, id", origin, world.text()
         ))
        if (auto row = dispatch_row(rows, {each.id})) all.push_back(std::move(*row));
    return all;
}

std::optional<LegRow> leg_of(store::Rows& rows, const DispatchRow& dispatch, const std::string& store) {
    const auto sent = std::find_if(dispatch.sendings.begin(), dispatch.sendings.end(), [&](const Sending& each) {
        return each.store == store;
    });
    if (sent == dispatch.sendings.end()) return std::nullopt;
    LegRow leg;
    leg.store = store;
    leg.team = sent->team;
    if (const auto hand = rows.first<HandRow>(
            "SELECT slip, team, at FROM dispatch_hand WHERE dispatch = :d AND store = :s ORDER BY at, node LIMIT 1",
            dispatch.id,
            store
        )) {
        leg.slip = hand->slip;
        leg.team = hand->team;
        leg.handed_at = hand->at;
    }
    if (auto receipt = rows.first<ReceiptRow>(
            "SELECT arrived, by_title, note, at FROM dispatch_receipt WHERE dispatch = :d AND store = :s ORDER BY at, "
            "node LIMIT 1",
            dispatch.id,
            store
        )) {
        leg.arrived = std::move(receipt->arrived);
        leg.receipted_by = receipt->by_title;
        leg.note = receipt->note;
        leg.receipted_at = receipt->at;
    }
    return leg;
}

std::vector<LegRow> legs_of(store::Rows& rows, const DispatchRow& dispatch) {
    std::vector<LegRow> legs;
    for (const auto& each : dispatch.sendings) {
        const bool seen =
            std::any_of(legs.begin(), legs.end(), [&](const LegRow& leg) { return leg.store == each.store; });
        if (!seen) legs.push_back(leg_of(rows, dispatch, each.store).value());
    }
    return legs;
}

std::int64_t promised(store::Rows& rows, const World& world, const std::string& store, const std::string& item) {
    std::int64_t sum = 0;
    for (const auto& each : rows.select<Promise>(
             "SELECT dispatch, quantity FROM dispatch_promise p WHERE store = :s AND item = :i AND drill = :d AND NOT "
             "EXISTS (SELECT 1 FROM dispatch_close c WHERE c.dispatch = p.dispatch)",
             store,
             item,
             world.text()
         )) {
        // Until its slip is in the books: the account itself says it from then on, and never both or neither.
        const auto slips = warehouse::slips_of_dispatch(rows, each.dispatch);
        const bool left = std::any_of(slips.begin(), slips.end(), [&](const warehouse::SlipRow& slip) {
            return slip.store == store;
        });
        if (!left) sum += each.quantity;
    }
    return sum;
}

}  // namespace anlan::dispatch
