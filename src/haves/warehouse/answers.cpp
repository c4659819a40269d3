#include "warehouse/answers.hpp"

#include <algorithm>
#include <set>

#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::warehouse {

namespace {

std::string today_of(const http::Call& call) {
    return to_local(call.now).substr(0, 10);
}

bool expired(const std::string& expires_on, const std::string& today) {
    return !expires_on.empty() && expires_on < today;
}

Freshness freshness_of(const std::string& expires_on, const std::string& today, const std::string& soon) {
    if (expires_on.empty()) return Freshness::lasting;
    if (expires_on < today) return Freshness::expired;
    return expires_on <= soon ? Freshness::soon : Freshness::good;
}

struct Counted {
    std::string store;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Counted, (), (store, at))

}  // namespace

std::vector<StoreAnswer> stores_answered(const http::Call& call, store::Rows& rows) {
    const auto today = today_of(call);
    std::map<std::string, std::set<std::string>> kinds;
    std::map<std::string, std::int64_t> batches, old;
    for (const auto& row : balances(rows, call.scope())) {
        kinds[row.store].insert(row.item);
        ++batches[row.store];
        old[row.store] += expired(row.expires_on, today) && row.usable > 0;
    }
    std::map<std::string, Instant> counted;
    for (const auto& row : rows.select<Counted>(
             "SELECT store, MAX(approved_at) FROM stock_count WHERE approved_at IS NOT NULL GROUP BY store"
         ))
        counted[row.store] = row.at;
    std::vector<StoreAnswer> all;
    for (const auto& facts : all_stores(rows)) {
        StoreAnswer made;
        made.id = facts.id;
        made.name = facts.name;
        made.node = facts.node;
        made.node_name = facts.node.empty() ? call.node.name : organisation::area_name(rows, AreaCode{facts.node});
        made.own = facts.node.empty();
        made.area = facts.area;
        made.area_name = organisation::area_name(rows, facts.area);
        made.address = facts.address;
        made.rooms = facts.rooms;
        made.lon = facts.lon;
        made.lat = facts.lat;
        if (made.own) {
            made.keeper_name = organisation::person_name(rows, facts.keeper);
            made.second_name = organisation::person_name(rows, facts.second);
        }
        made.kinds = static_cast<std::int64_t>(kinds[facts.id].size());
        made.batches = batches[facts.id];
        made.expired = old[facts.id];
        if (counted.contains(facts.id)) made.counted_at = counted[facts.id];
        all.push_back(std::move(made));
    }
    return all;
}

namespace {

/// What each node has and must have of each item.
struct Levels {
    std::map<std::string, std::map<std::string, std::int64_t>> have, least;  ///< by node, by item
};

void add_minimums(store::Rows& rows, Levels& levels, Names& names, std::map<std::string, StockAnswer>& items) {
    std::set<std::string> nodes{""};
    for (const auto& [id, facts] : names.stores()) nodes.insert(facts.node);
    for (const auto& node : nodes)
        for (const auto& [item, least] : minimums(rows, node)) {
            auto& made = items[item];
            made.item = item;
            made.minimum += least;
            if (levels.have[node][item] < least) made.below.push_back(names.node_name(node));
        }
}

}  // namespace

std::vector<StockAnswer> items_answered(const http::Call& call, store::Rows& rows) {
    const auto today = today_of(call);
    const auto only = call.query("store");
    Names names(rows, call.node);
    Levels levels;
    std::map<std::string, StockAnswer> items;
    for (const auto& row : balances(rows, call.scope(), {.store = only, .item = {}, .batch = {}})) {
        auto& made = items[row.item];
        made.item = row.item;
        made.aside += row.aside;
        if (expired(row.expires_on, today)) {
            made.expired += row.usable;
            continue;
        }
        made.usable += row.usable;
        levels.have[row.node][row.item] += row.usable;
        if (!row.expires_on.empty() && (made.next_expiry.empty() || row.expires_on < made.next_expiry))
            made.next_expiry = row.expires_on;
        if (made.stores.empty() || made.stores.back().store != row.store) {
            const auto same = std::find_if(made.stores.begin(), made.stores.end(), [&](const StoreShare& each) {
                return each.store == row.store;
            });
            if (same != made.stores.end()) {
                same->usable += row.usable;
                continue;
            }
            made.stores.push_back({row.store, names.store_name(row.store), 0});
        }
        made.stores.back().usable += row.usable;
    }
    if (only.empty()) add_minimums(rows, levels, names, items);
    std::vector<StockAnswer> all;
    for (auto& [name, made] : items) {
        const auto& facts = names.item(name);
        made.unit = facts.unit;
        made.grain = facts.grain;
        made.class_code = facts.class_code;
        made.returnable = facts.returnable;
        all.push_back(std::move(made));
    }
    // What lacks comes first; then by class, as a store is laid out.
    std::stable_sort(all.begin(), all.end(), [](const StockAnswer& a, const StockAnswer& b) {
        if (a.below.empty() != b.below.empty()) return !a.below.empty();
        return a.class_code < b.class_code;
    });
    return all;
}

std::vector<BatchAnswer> batches_answered(const http::Call& call, store::Rows& rows, const Where& where) {
    const auto today = today_of(call);
    const auto soon = to_local(call.now + policy::seconds(rows, "store.expiry_warn")).substr(0, 10);
    Names names(rows, call.node);
    std::vector<BatchAnswer> all;
    for (const auto& row : balances(rows, call.scope(), where)) {
        const auto batch = batch_row(rows, BatchId{row.batch});
        if (!batch) continue;
        BatchAnswer made;
        made.id = batch->id;
        made.item = batch->item;
        made.unit = batch->unit;
        made.class_code = batch->class_code;
        made.grain = batch->grain;
        made.store = row.store;
        made.store_name = names.store_name(row.store);
        made.location = row.location;
        made.usable = row.usable;
        made.aside = row.aside;
        made.lot = batch->lot;
        made.maker = batch->maker;
        made.made_on = batch->made_on;
        made.expires_on = batch->expires_on;
        made.freshness = freshness_of(batch->expires_on, today, soon);
        made.source = batch->source;
        made.supplier = batch->supplier;
        made.contract = batch->contract;
        made.fund = batch->fund;
        made.received_at = batch->received_at;
        made.own = batch->node.empty();
        all.push_back(std::move(made));
    }
    return all;
}

std::vector<MovementAnswer> movements_answered(
    const http::Call& call, store::Rows& rows, const std::vector<MovementRow>& found
) {
    Names names(rows, call.node);
    std::vector<MovementAnswer> all;
    for (const auto& row : found) {
        const auto& item = names.item(row.item);
        all.push_back(
            {cursor_of(row),
             row.at,
             row.kind,
             row.store,
             names.store_name(row.store),
             names.stores().contains(row.other) ? names.store_name(row.other) : row.other,
             row.item,
             item.unit,
             row.batch,
             row.slip,
             row.purpose,
             row.node.empty() ? names.person_name(row.actor) : names.node_name(row.node),
             item.grain,
             row.delta}
        );
    }
    return all;
}

}  // namespace anlan::warehouse
